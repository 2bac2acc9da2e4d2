package io.loanwright.identity.web;

import io.loanwright.identity.session.AccessTokens;
import io.loanwright.identity.session.SessionLimits;
import io.loanwright.identity.session.Tokens;
import io.loanwright.web.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The cookie in which the web page keeps its refresh token: no script reads it, no other site sends
 * it, and only signing in sees it. Where people come by https it never travels without.
 */
@Component
class RefreshCookie {

  static final String NAME = "loanwright_refresh";
  static final String PATH = "/api/auth";

  private final PublicAddress address;
  private final SessionLimits limits;

  RefreshCookie(PublicAddress address, SessionLimits limits) {
    this.address = address;
    this.limits = limits;
  }

  /**
   * Returns the answer that hands tokens over.
   *
   * @param inCookie whether the refresh token comes as a cookie
   */
  ResponseEntity<AuthController.TokensView> answer(
      Tokens tokens, boolean inCookie, HttpServletRequest request) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (inCookie) {
      answer.header(HttpHeaders.SET_COOKIE, of(tokens.refreshToken(), request));
    }
    return answer.body(AuthController.TokensView.of(tokens, !inCookie));
  }

  private String of(String refreshToken, HttpServletRequest request) {
    return cookie(refreshToken, limits.idle().plus(AccessTokens.LIFE), request);
  }

  String cleared(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  static Optional<String> read(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private String cookie(String value, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(address.isEncrypted(request))
        .sameSite("Strict")
        .path(PATH)
        .maxAge(age)
        .build()
        .toString();
  }
}
