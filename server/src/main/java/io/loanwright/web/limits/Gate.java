package io.loanwright.web.limits;

import io.loanwright.web.Problem;
import io.loanwright.web.ProblemWriter;
import io.loanwright.web.limits.Meter.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets requests through or answers 429, and says in either case what is left: {@code
 * RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-10.
 */
@Component
class Gate {

  private final Meter meter;
  private final ProblemWriter problems;

  Gate(Meter meter, ProblemWriter problems) {
    this.meter = meter;
    this.problems = problems;
  }

  boolean isOpen() {
    return meter.isOff();
  }

  /**
   * Returns whether a limit lets a request through; if not, it is answered.
   *
   * @throws IOException if the client is gone
   */
  boolean admits(RateLimit limit, String subject, HttpServletResponse response) throws IOException {
    Reading reading = meter.take(limit, subject);
    String name = '"' + limit.policy() + '"';
    response.addHeader("RateLimit-Policy", name + ";q=" + reading.quota() + ";w=60");
    response.addHeader(
        "RateLimit", name + ";r=" + reading.remaining() + ";t=" + seconds(reading.reset()));
    if (reading.isRefusal()) {
      refuse(seconds(reading.retryAfter()), response);
    }
    return !reading.isRefusal();
  }

  private void refuse(long seconds, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    String detail =
        "Too many requests in a short time. Try again in "
            + seconds
            + (seconds == 1 ? " second." : " seconds.");
    problems.write(
        response, Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", detail, List.of()));
  }

  /** Rounds up: whoever waits this long has waited long enough. */
  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
