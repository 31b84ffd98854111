package nl.kundig.app.system;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.courses.content.SectionNotFound;
import nl.kundig.courses.quiz.AttemptClosed;
import nl.kundig.courses.quiz.AttemptNotFound;
import nl.kundig.courses.quiz.QuizNotFound;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The one place that turns what went wrong into a page in plain Dutch, without internals.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

	private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 409, 413, 429, 500);

	@RequestMapping("/error")
	String error(HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) ? code : 404;
		response.setStatus(status);
		model.addAttribute("status", KNOWN.contains(status) ? status : (status < 500) ? 400 : 500);
		return "error/page";
	}

	@ExceptionHandler({ NotFound.class, SectionNotFound.class, AttemptNotFound.class, QuizNotFound.class })
	void notFound(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	@ExceptionHandler({ AttemptClosed.class, OptimisticLockingFailureException.class })
	void conflict(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_CONFLICT);
	}

	@ExceptionHandler(BadInput.class)
	void badInput(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
