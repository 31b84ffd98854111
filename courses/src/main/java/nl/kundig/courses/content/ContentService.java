package nl.kundig.courses.content;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import nl.kundig.courses.people.LearnerId;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Modules to read, and how far somebody has read. */
@Service
public class ContentService {

	private final LearningModuleRepository modules;

	private final ReadingRepository readings;

	private final MongoOperations mongo;

	// Versions never change, and this process is the one that publishes: a page need not
	// read
	// the same text from the store for every reader.
	private final Map<LearningModuleId, LearningModule> current = new ConcurrentHashMap<>();

	ContentService(LearningModuleRepository modules, ReadingRepository readings, MongoOperations mongo) {
		this.modules = modules;
		this.readings = readings;
		this.mongo = mongo;
	}

	/**
	 * Makes this the version people read; publishing a known version again changes
	 * nothing.
	 */
	public void publish(LearningModule module) {
		if (!this.modules.existsById(module.version())) {
			this.modules.save(module);
			this.current.remove(module.module());
		}
	}

	/** The version people read now. */
	public Optional<LearningModule> module(LearningModuleId id) {
		LearningModule known = this.current.get(id);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<LearningModule> found = this.modules.findFirstByModuleOrderByPublishedAtDesc(id);
		found.ifPresent((module) -> this.current.put(id, module));
		return found;
	}

	/**
	 * Remembers that the section was read; twice is once. An unknown section is refused.
	 */
	public void read(LearnerId learner, LearningModuleId module, String section) {
		module(module).flatMap((known) -> known.section(section))
			.orElseThrow(() -> new SectionNotFound(module, section));
		this.mongo.upsert(Query.query(Criteria.where("_id").is(Reading.idOf(learner, module))),
				new Update().addToSet("sections", section)
					.setOnInsert("learner", learner)
					.setOnInsert("module", module),
				Reading.class);
	}

	/** The ids of the sections read, by module. */
	public Map<LearningModuleId, Set<String>> sectionsRead(LearnerId learner) {
		return this.readings.findByLearner(learner)
			.stream()
			.collect(Collectors.toMap(Reading::module, Reading::sections));
	}

}
