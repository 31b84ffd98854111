package nl.kundig.courses.contentfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.training.TrainingService;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * Publishes content from files: all of it, or nothing when there is a
 * {@link ContentMistake}.
 */
@Service
public class StarterContent {

	private final ContentService content;

	private final QuizService quizzes;

	private final CurriculumService curricula;

	private final KnowledgeService knowledge;

	private final TrainingService trainings;

	private final Clock clock;

	StarterContent(ContentService content, QuizService quizzes, CurriculumService curricula, KnowledgeService knowledge,
			TrainingService trainings, Clock clock) {
		this.content = content;
		this.quizzes = quizzes;
		this.curricula = curricula;
		this.knowledge = knowledge;
		this.trainings = trainings;
		this.clock = clock;
	}

	/** Publishes what Kundig teaches out of the box. */
	public void publish() {
		publish(shipped());
	}

	/** Publishes a folder that is laid out like the shipped content. */
	public void publish(Path folder) {
		publish(in(folder));
	}

	private void publish(List<ContentFile> files) {
		ContentSet set = ContentSet.read(files, this.clock.instant());
		set.modules().forEach(this.content::publish);
		set.quizzes().forEach(this.quizzes::publish);
		set.providers().forEach(this.trainings::publish);
		set.trainings().forEach(this.trainings::publish);
		set.curricula().forEach(this.curricula::publish);
		set.organisations().forEach(this.knowledge::publishStarter);
		set.symbols().forEach(this.knowledge::publishStarter);
	}

	static List<ContentFile> shipped() {
		try {
			List<ContentFile> files = new ArrayList<>();
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:content/*/*")) {
				String name = resource.getFilename();
				if (resource.isReadable() && name != null) {
					String[] path = resource.getURL().getPath().split("/");
					files.add(new ContentFile(path[path.length - 2], name, resource.getContentAsByteArray()));
				}
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<ContentFile> in(Path folder) {
		try (Stream<Path> found = Files.walk(folder, 2)) {
			List<ContentFile> files = new ArrayList<>();
			for (Path file : found.filter(Files::isRegularFile).toList()) {
				Path parent = folder.relativize(file).getParent();
				if (parent != null) {
					files.add(new ContentFile(parent.toString(), file.getFileName().toString(),
							Files.readAllBytes(file)));
				}
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
