package nl.kundig.courses;

import java.nio.file.Path;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Courses as a process has it, with the embedded store on a folder that outlives it. */
public final class CoursesNode {

	private CoursesNode() {
	}

	public static ConfigurableApplicationContext start(Path folder) {
		System.setProperty(TestStore.FOLDER, folder.toString());
		try {
			SpringApplication application = new SpringApplication(CoursesTestApplication.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			return application.run("--spring.data.mongodb.auto-index-creation=true", "--spring.main.banner-mode=off",
					"--logging.level.root=warn");
		}
		finally {
			System.clearProperty(TestStore.FOLDER);
		}
	}

}
