package nl.kundig.courses.enrolment;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.kundig.courses.CoursesNode;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Courses in a process of its own, on a folder. Everything happens to the seats of one
 * session, and each step is told on standard output after it was written.
 */
final class SeatNode {

	private static final int THREADS = 16;

	private SeatNode() {
	}

	/** Tells of every step on one line, after it was written. */
	private static void tell(ApplicationEvent event) {
		if (event instanceof PayloadApplicationEvent<?> payload
				&& payload.getPayload() instanceof EnrolmentChanged changed) {
			System.out.println("told " + changed.session() + " " + changed.enrolment() + " "
					+ (changed.index() + changed.changes().size() - 1));
		}

	}

	public static void main(String[] arguments) throws Exception {
		ConfigurableApplicationContext node;
		try {
			node = CoursesNode.start(Path.of(arguments[0]));
			node.addApplicationListener(SeatNode::tell);
		}
		catch (RuntimeException ex) {
			// Spring keeps what it logged from being told, and here nothing is logged.
			ex.printStackTrace(System.out);
			throw ex;
		}
		// Else each process would make the same ids.
		node.getBean(Random.class).setSeed(Long.parseLong(arguments[1]));
		Desk desk = node.getBean(Desk.class);
		desk.open();
		SeatMix mix = new SeatMix(desk, Long.parseLong(arguments[1]), node.getBean(EnrolmentService.class));
		List<Callable<Void>> actions = mix.actions();
		try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
			for (Future<Void> done : executor.invokeAll(actions)) {
				done.get();
			}
		}
		// Long enough for any kill: who reads this decides when it is over.
		mix.acceptAll();
		node.close();
	}

}
