package io.loanwright.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no honest client sends and what makes the layers below stumble: a body of any type
 * at all, as {@code *}{@code /*}, and the character NUL in a parameter, which PostgreSQL cannot
 * keep.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class StrangeRequestFilter extends OncePerRequestFilter {

  private static final Pattern NUL = Pattern.compile("%00|\0");

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
    if (type != null && type.contains("*")) {
      HttpStatus status = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      problems.write(
          response,
          Problem.of(status, ProblemCodes.of(status), ProblemCodes.sentence(status), List.of()));
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
}
