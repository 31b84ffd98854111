package nl.kundig.app.system;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.courses.CoursesConfiguration;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import nl.kundig.courses.duty.ViewDifference;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Work that a script has done on the store of a stopped Kundig: no pages, no port, no
 * search index.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties(KundigProperties.class)
@Import({ CoursesConfiguration.class, StoreConfiguration.class })
public class Maintenance {

	private static final String REBUILD_VIEWS = "rebuild-views";

	private static final String RECHECK = "recheck";

	/** More lines than this are not read. */
	private static final int SHOWN = 20;

	/** Whether the first argument names such work. */
	public static boolean isAskedBy(String... args) {
		return args.length > 0 && List.of(REBUILD_VIEWS, RECHECK).contains(args[0]);
	}

	/** Does the work that the first argument names; the others are settings. */
	public static void run(String... args) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Maintenance.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.lazyInitialization(true)
			.properties("logging.level.root=warn");
		try (ConfigurableApplicationContext context = application.run(Arrays.copyOfRange(args, 1, args.length))) {
			DutyService duties = context.getBean(DutyService.class);
			List<String> lines = args[0].equals(RECHECK) ? recheck(duties) : rebuildViews(duties);
			lines.stream().limit(SHOWN + 1).forEach(System.out::println);
			if (lines.size() > SHOWN + 1) {
				System.out.println("and " + (lines.size() - SHOWN - 1) + " more");
			}
		}
	}

	private static List<String> rebuildViews(DutyService duties) {
		AtomicInteger looked = new AtomicInteger();
		List<ViewDifference> differences = duties.rebuildViews(looked::set);
		List<String> lines = new ArrayList<>();
		lines.add("Views of " + looked + " learners rebuilt, differences: " + differences.size());
		differences.forEach((difference) -> lines.add(line(difference)));
		return lines;
	}

	private static String line(ViewDifference difference) {
		String reason = difference.reason();
		return difference.learner() + ": "
				+ ((reason != null) ? reason : (difference.found() != null) ? "was something else" : "was missing");
	}

	private static List<String> recheck(DutyService duties) {
		RecheckRun run = duties.recheck();
		List<String> lines = new ArrayList<>();
		lines.add(run.learners() + " learners rechecked, made good: " + run.repairs() + ", skipped: "
				+ run.skipped().size());
		run.skipped().forEach((skipped) -> lines.add("skipped " + skipped.learner() + ": " + skipped.reason()));
		lines.addAll(run.repaired());
		return lines;
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
