package nl.kundig.courses.curriculum;

import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.ListCrudRepository;

interface CurriculumDraftRepository extends ListCrudRepository<CurriculumDraft, String> {

	List<CurriculumDraft> findByMunicipality(@Nullable MunicipalityId municipality);

	List<CurriculumDraft> findByCurriculum(CurriculumId curriculum);

	Optional<CurriculumDraft> findFirstByPublished(String version);

}
