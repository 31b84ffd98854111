package nl.kundig.app.system;

import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets a few passwords be hashed at the same time and the others wait: each hash takes 16
 * MiB, and a thousand at once would take the process down.
 */
final class FewAtATime implements PasswordEncoder {

	private static final int AT_ONCE = 4;

	private final PasswordEncoder encoder;

	private final Semaphore places = new Semaphore(AT_ONCE);

	FewAtATime(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		this.places.acquireUninterruptibly();
		try {
			return this.encoder.encode(password);
		}
		finally {
			this.places.release();
		}
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
		this.places.acquireUninterruptibly();
		try {
			return this.encoder.matches(password, encoded);
		}
		finally {
			this.places.release();
		}
	}

}
