package nl.kundig.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import nl.kundig.app.demo.DemoContent;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Usernames with their passwords, as the demo wrote them down. */
@Component
public class DemoAccounts {

	private final Map<String, String> passwords = new LinkedHashMap<>();

	DemoAccounts(DemoContent demo, @Value("${kundig.data}") Path data) {
		this.demo = demo;
		this.data = data;
	}

	private final DemoContent demo;

	private final Path data;

	/** Password by username. */
	public synchronized Map<String, String> passwords() {
		if (this.passwords.isEmpty()) {
			this.demo.lines(this.data)
				.stream()
				.skip(1)
				.map((line) -> line.split(","))
				.forEach((account) -> this.passwords.put(account[2], account[3]));
		}
		return this.passwords;
	}

}
