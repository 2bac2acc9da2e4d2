package io.loanwright.identity.security;

import io.loanwright.access.Origin;
import io.loanwright.identity.session.AccessTokens;
import io.loanwright.identity.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Turns the bearer token of a request into its caller: the token says who, the database says what
 * he may do now.
 */
@Component
class BearerCallers implements AuthenticationManagerResolver<HttpServletRequest> {

  private final AccessTokens accessTokens;
  private final Sessions sessions;

  BearerCallers(AccessTokens accessTokens, Sessions sessions) {
    this.accessTokens = accessTokens;
    this.sessions = sessions;
  }

  @Override
  public AuthenticationManager resolve(HttpServletRequest request) {
    Origin origin = Origins.of(request);
    return authentication -> signedIn(authentication, origin);
  }

  private Authentication signedIn(Authentication authentication, Origin origin) {
    if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
      throw new InvalidBearerTokenException("Not a bearer token");
    }
    AccessTokens.Named named = named(bearer.getToken());
    return sessions
        .caller(named, origin)
        .map(presence -> new SignedIn(presence, named.sessionId()))
        .orElseThrow(() -> new InvalidBearerTokenException("The session has ended"));
  }

  private AccessTokens.Named named(String token) {
    try {
      return accessTokens.check(token);
    } catch (JwtException | IllegalArgumentException e) {
      throw new InvalidBearerTokenException("The token is not valid", e);
    }
  }
}
