package io.loanwright.identity.web;

import io.loanwright.web.PublicAddress;
import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * The address on which an invitation is accepted.
 *
 * <p>It starts with {@code LOANWRIGHT_PUBLIC_URL}, or else with the address by which the inviter
 * reached this server.
 */
@Component
class AcceptLink {

  static final String PAGE = "/accept-invitation";

  private final PublicAddress address;

  AcceptLink(PublicAddress address) {
    this.address = address;
  }

  URI of(String token) {
    return address.link().path(PAGE).queryParam("token", token).build().toUri();
  }
}
