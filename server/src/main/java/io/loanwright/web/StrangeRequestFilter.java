package io.loanwright.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no honest client sends and what makes the layers below stumble: a body of any type
 * at all, as {@code *}{@code /*}, JSON in another charset than UTF-8, and the character NUL in a
 * parameter, which PostgreSQL cannot keep.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class StrangeRequestFilter extends OncePerRequestFilter {

  private static final Pattern NUL = Pattern.compile("%00|\0");

  private static final Pattern JSON =
      Pattern.compile("application/([^;,\\s]+\\+)?json\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  private final ProblemWriter problems;

  StrangeRequestFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    String query = request.getQueryString();
    HttpStatus status = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    if (type != null && type.contains("*")) {
      problems.write(
          response,
          Problem.of(status, ProblemCodes.of(status), ProblemCodes.sentence(status), List.of()));
    } else if (type != null && JSON.matcher(type).lookingAt() && !isUtf8(type)) {
      String detail = "Send JSON in UTF-8; no other charset is read.";
      problems.write(response, Problem.of(status, ProblemCodes.of(status), detail, List.of()));
    } else if (query != null && NUL.matcher(query).find()) {
      problems.write(
          response,
          Problem.of(
              HttpStatus.BAD_REQUEST,
              "invalid",
              "A parameter contains the character NUL.",
              List.of()));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** JSON is UTF-8 (RFC 8259); what says otherwise would be read wrongly. */
  private static boolean isUtf8(String type) {
    Matcher charset = CHARSET.matcher(type);
    return !charset.find()
        || charset.group(1).equalsIgnoreCase("utf-8")
        || charset.group(1).equalsIgnoreCase("us-ascii");
  }
}
