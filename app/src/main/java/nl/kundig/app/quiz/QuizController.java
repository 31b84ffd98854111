package nl.kundig.app.quiz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.quiz.Answer;
import nl.kundig.courses.quiz.AnswerProblem;
import nl.kundig.courses.quiz.Attempt;
import nl.kundig.courses.quiz.Grade;
import nl.kundig.courses.quiz.OpenQuestion;
import nl.kundig.courses.quiz.Quiz;
import nl.kundig.courses.quiz.QuizService;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/modules/{id}/toets")
class QuizController {

	private final QuizService quizzes;

	private final ContentService content;

	private final CertificateService certificates;

	QuizController(QuizService quizzes, ContentService content, CertificateService certificates) {
		this.quizzes = quizzes;
		this.content = content;
		this.certificates = certificates;
	}

	@GetMapping
	String start(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		LearningModule module = find(id);
		Quiz quiz = this.quizzes.quiz(module.module()).orElseThrow(NotFound::new);
		List<Attempt> attempts = this.quizzes.attempts(me.learner(), module.module());
		Map<Attempt, Grade> grades = new LinkedHashMap<>();
		attempts.stream()
			.filter((attempt) -> !attempt.isOpen())
			.forEach((attempt) -> grades.put(attempt, this.quizzes.grade(attempt)));
		model.addAttribute("module", module);
		model.addAttribute("draw", quiz.draw());
		model.addAttribute("passMark", Grade.PASS_MARK);
		model.addAttribute("open", !attempts.isEmpty() && attempts.getLast().isOpen());
		model.addAttribute("grades", grades);
		return "quiz/start";
	}

	@PostMapping
	String begin(@AuthenticationPrincipal LoggedIn me, @PathVariable String id) {
		Attempt attempt = this.quizzes.start(me.learner(), find(id).module());
		return "redirect:/modules/" + id + "/toets/" + attempt.number();
	}

	/** One question, or all of them on one page when "vraag" is 0. */
	@GetMapping("/{number}")
	String questions(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, @PathVariable int number,
			@RequestParam(defaultValue = "1") int vraag, Model model) {
		Attempt attempt = this.quizzes.attempt(me.learner(), find(id).module(), number);
		if (!attempt.isOpen()) {
			return "redirect:/modules/" + id + "/toets/" + number + "/uitslag";
		}
		return show(attempt, vraag, Map.of(), Map.of(), model);
	}

	/**
	 * Saves what fits; "naar" is the question to go to, "inleveren" submits, "blijf"
	 * stays.
	 */
	@PostMapping("/{number}")
	ModelAndView save(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, @PathVariable int number,
			@RequestParam(defaultValue = "1") int vraagnummer, @RequestParam(defaultValue = "blijf") String naar,
			@RequestParam MultiValueMap<String, String> form) {
		LearningModuleId module = find(id).module();
		Attempt attempt = this.quizzes.attempt(me.learner(), module, number);
		Map<String, Answer> answers = AnswerForm.answers(attempt, form);
		Map<String, AnswerProblem> problems = new LinkedHashMap<>(this.quizzes.save(attempt, answers));
		String url = "/modules/" + id + "/toets/" + number;
		if (problems.isEmpty() && "inleveren".equals(naar)) {
			this.quizzes.incomplete(this.quizzes.attempt(me.learner(), module, number))
				.forEach((question) -> problems.put(question, AnswerProblem.INCOMPLETE));
			if (problems.isEmpty()) {
				this.quizzes.submit(me.learner(), module, number);
				return new ModelAndView("redirect:" + url + "/uitslag");
			}
			return again(attempt, 0, answers, problems);
		}
		if (!problems.isEmpty()) {
			return again(attempt, vraagnummer, answers, problems);
		}
		String target = naar.matches("\\d{1,2}") ? naar : Integer.toString(vraagnummer);
		return new ModelAndView("redirect:" + url + "?vraag=" + target);
	}

	/**
	 * What the page's own script sends at each change; the same as saving and staying.
	 */
	@PostMapping("/{number}/antwoorden")
	ResponseEntity<Void> autosave(@AuthenticationPrincipal LoggedIn me, @PathVariable String id,
			@PathVariable int number, @RequestParam MultiValueMap<String, String> form) {
		Attempt attempt = this.quizzes.attempt(me.learner(), find(id).module(), number);
		boolean saved = this.quizzes.save(attempt, AnswerForm.answers(attempt, form)).isEmpty();
		return ResponseEntity.status(saved ? HttpStatus.NO_CONTENT : HttpStatus.UNPROCESSABLE_CONTENT).build();
	}

	@GetMapping("/{number}/uitslag")
	String result(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, @PathVariable int number,
			Model model) {
		LearningModule module = find(id);
		Attempt attempt = this.quizzes.attempt(me.learner(), module.module(), number);
		model.addAttribute("module", module);
		model.addAttribute("answered", this.quizzes.answered(attempt));
		model.addAttribute("grade", this.quizzes.grade(attempt));
		model.addAttribute("passMark", Grade.PASS_MARK);
		model.addAttribute("certificates", this.certificates.certificates(me.learner()));
		return "quiz/result";
	}

	private ModelAndView again(Attempt attempt, int shown, Map<String, Answer> answers,
			Map<String, AnswerProblem> problems) {
		ModelAndView page = new ModelAndView();
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Model model = new ExtendedModelMap();
		page.setViewName(show(attempt, shown, answers, problems, model));
		page.addAllObjects(model.asMap());
		return page;
	}

	private String show(Attempt attempt, int shown, Map<String, Answer> typed, Map<String, AnswerProblem> problems,
			Model model) {
		List<OpenQuestion> all = this.quizzes.questions(attempt);
		if (shown < 0 || shown > all.size()) {
			throw new NotFound();
		}
		Map<String, Answer> answers = new LinkedHashMap<>(
				this.quizzes.attempt(attempt.learner(), attempt.module(), attempt.number()).answers());
		answers.putAll(typed);
		model.addAttribute("module", find(attempt.module().value()));
		model.addAttribute("attempt", attempt);
		model.addAttribute("shown", shown);
		model.addAttribute("total", all.size());
		model.addAttribute("answeredCount", all.stream().filter((q) -> answers.containsKey(q.id())).count());
		model.addAttribute("questions", (shown == 0) ? all : List.of(all.get(shown - 1)));
		model.addAttribute("allQuestions", all);
		model.addAttribute("answers", answers);
		model.addAttribute("problems", problems);
		model.addAttribute("none", Answer.NONE);
		return "quiz/questions";
	}

	private LearningModule find(String id) {
		return this.content.module(new LearningModuleId(id)).orElseThrow(NotFound::new);
	}

}
