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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
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

	private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 409, 410, 413, 429, 500, 503);

	private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

	@RequestMapping("/error")
	String error(HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) ? code : 404;
		// What a filter asked of the store never comes by the handlers below.
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
				&& StoreRefusal.behind(failure).isPresent()) {
			status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
		}
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

	@ExceptionHandler(Gone.class)
	void gone(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_GONE);
	}

	@ExceptionHandler(BadInput.class)
	void badInput(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

	@ExceptionHandler(DataAccessException.class)
	void noRoom(DataAccessException failure, HttpServletResponse response) throws IOException {
		StoreRefusal refusal = StoreRefusal.behind(failure).orElseThrow(() -> failure);
		LOG.error("not saved: {}", refusal.line());
		response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
	}

}
