package nl.kundig.courses;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets things collide. */
public final class AtOnce {

	private AtOnce() {
	}

	/** Does it in so many threads that start together; fails when one of them fails. */
	public static <T> List<T> run(int threads, Callable<T> task) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(threads);
		Callable<T> together = () -> {
			barrier.await();
			return task.call();
		};
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			return executor.invokeAll(Collections.nCopies(threads, together)).stream().map(Future::resultNow).toList();
		}
	}

}
