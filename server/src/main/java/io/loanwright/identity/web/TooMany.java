package io.loanwright.identity.web;

import io.loanwright.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The refusal of somebody who has to wait. */
final class TooMany {

  private TooMany() {}

  static ProblemException of(Duration wait, HttpServletResponse response) {
    long seconds = wait.plusMillis(999).toSeconds();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new ProblemException(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many failed attempts. Try again in "
            + seconds
            + (seconds == 1 ? " second." : " seconds."),
        List.of());
  }
}
