package io.loanwright.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem where no controller is at hand: in filters and in Spring Security's handlers.
 */
@Component
public class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /**
   * Answers with a problem, unless an answer is already on its way.
   *
   * @throws IOException if the client is gone
   */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = json.writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    // No length: with one, Tomcat stops reading the request as soon as it is written.
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(body);
  }
}
