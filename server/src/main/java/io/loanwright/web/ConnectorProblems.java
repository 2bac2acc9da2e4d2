package io.loanwright.web;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes what Tomcat refuses before any filter sees it a {@link Problem} too, not a page of HTML.
 */
@Configuration(proxyBeanMethods = false)
class ConnectorProblems {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(JsonMapper json) {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ProblemValve(json)));
  }

  /** Stands before the valve that writes HTML and leaves it nothing to report. */
  private static final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    /** What Tomcat refuses with 400 it does not say; these are the reasons that people meet. */
    private static final String UNREADABLE =
        "The request cannot be understood. Its address and headers may have 16 kB together, and"
            + " only characters that belong there.";

    private final JsonMapper json;

    ProblemValve(JsonMapper json) {
      this.json = json;
    }

    private static String sentence(HttpStatus status) {
      return status == HttpStatus.BAD_REQUEST ? UNREADABLE : ProblemCodes.sentence(status);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      if (status == null || !status.isError() || response.getContentWritten() > 0) {
        return;
      }
      Problem problem = Problem.of(status, ProblemCodes.of(status), sentence(status), List.of());
      try {
        SecurityHeaders.ALWAYS.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
      } catch (IOException e) {
        LOG.debug("The client is gone", e);
      }
    }
  }
}
