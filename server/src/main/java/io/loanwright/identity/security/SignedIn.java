package io.loanwright.identity.security;

import io.loanwright.access.Caller;
import io.loanwright.identity.session.Presence;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller who is signed in, as Spring Security holds him during a request. */
public final class SignedIn extends AbstractAuthenticationToken {

  private final transient Presence presence;
  private final UUID sessionId;

  SignedIn(Presence presence, UUID sessionId) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + presence.caller().role())));
    this.presence = presence;
    this.sessionId = sessionId;
    setAuthenticated(true);
  }

  /** Returns the session that the call belongs to. */
  public UUID sessionId() {
    return sessionId;
  }

  /** Returns whether the caller's role needs a second factor that he has not. */
  public boolean lacksFactor() {
    return presence.lacksFactor();
  }

  boolean isConfirmationDue() {
    return presence.confirmationDue();
  }

  @Override
  public Caller getPrincipal() {
    return presence.caller();
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return getPrincipal().userId().toString();
  }
}
