package io.loanwright.identity.security;

import io.loanwright.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where requests come from. */
final class Origins {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Origins() {}

  static Origin of(HttpServletRequest request) {
    String device = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new Origin(request.getRemoteAddr(), CONTROL.matcher(device).replaceAll(" "));
  }
}
