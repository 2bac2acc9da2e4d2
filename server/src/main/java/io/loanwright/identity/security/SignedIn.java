package io.loanwright.identity.security;

import io.loanwright.access.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller who is signed in, as Spring Security holds him during a request. */
public final class SignedIn extends AbstractAuthenticationToken {

  private final transient Caller caller;
  private final UUID sessionId;

  SignedIn(Caller caller, UUID sessionId) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
    this.caller = caller;
    this.sessionId = sessionId;
    setAuthenticated(true);
  }

  /** Returns the session that the call belongs to. */
  public UUID sessionId() {
    return sessionId;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.userId().toString();
  }
}
