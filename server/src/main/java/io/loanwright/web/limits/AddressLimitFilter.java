package io.loanwright.web.limits;

import io.loanwright.access.Origin;
import io.loanwright.web.limits.RateLimit.Whose;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what comes from one address, before anything is read or anybody is looked up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 8)
class AddressLimitFilter extends OncePerRequestFilter {

  private final Gate gate;

  AddressLimitFilter(Gate gate) {
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
    String network = Origin.network(request.getRemoteAddr());
    for (RateLimit limit : RateLimit.of(Request.of(request), Whose.ADDRESS)) {
      if (!gate.admits(limit, network, response)) {
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
