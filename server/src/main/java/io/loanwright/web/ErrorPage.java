package io.loanwright.web;

import io.loanwright.access.OpenToAll;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers for errors that arose before any controller: refused addresses, broken headers, and a
 * database that was gone when it was asked who is signed in.
 */
@RestController
@Hidden
class ErrorPage implements ErrorController {

  @OpenToAll
  @RequestMapping("/error")
  ResponseEntity<Problem> error(HttpServletRequest request) {
    boolean isAway = DatabaseAway.isBehind(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    HttpStatus status = isAway ? HttpStatus.SERVICE_UNAVAILABLE : status(request);
    return ResponseEntity.status(status)
        .headers(isAway ? DatabaseAway.headers() : HttpHeaders.EMPTY)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problem.of(status, ProblemCodes.of(status), ProblemCodes.sentence(status), List.of()));
  }

  private static HttpStatus status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer value) {
      HttpStatus known = HttpStatus.resolve(value);
      return known == null ? HttpStatus.BAD_REQUEST : known;
    }
    return HttpStatus.NOT_FOUND;
  }
}
