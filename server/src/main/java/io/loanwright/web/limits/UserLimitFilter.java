package io.loanwright.web.limits;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.web.limits.RateLimit.Whose;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what one user asks for, from wherever: behind Spring Security, which knows who it is. */
@Component
@Order(UserLimitFilter.BEHIND_SECURITY)
class UserLimitFilter extends OncePerRequestFilter {

  /** Spring Security's filter has -100. */
  static final int BEHIND_SECURITY = -50;

  private final Gate gate;

  UserLimitFilter(Gate gate) {
    this.gate = gate;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return gate.isOpen();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> user = user();
    String subject = user.orElseGet(() -> Origin.network(request.getRemoteAddr()));
    Request asked = Request.of(request);
    List<RateLimit> limits =
        user.isPresent()
            ? RateLimit.of(asked, Whose.PERSON, Whose.USER)
            : RateLimit.of(asked, Whose.PERSON);
    for (RateLimit limit : limits) {
      if (!gate.admits(limit, subject, response)) {
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> user() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of("user " + caller.userId())
        : Optional.empty();
  }
}
