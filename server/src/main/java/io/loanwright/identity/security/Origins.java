package io.loanwright.identity.security;

import io.loanwright.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Where requests come from. */
final class Origins {

  private Origins() {}

  static Origin of(HttpServletRequest request) {
    String device = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new Origin(request.getRemoteAddr(), device.replaceAll("\\p{Cntrl}", " "));
  }
}
