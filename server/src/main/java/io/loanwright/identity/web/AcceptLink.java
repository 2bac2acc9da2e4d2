package io.loanwright.identity.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address on which an invitation is accepted.
 *
 * <p>It starts with {@code LOANWRIGHT_PUBLIC_URL}, or else with the address by which the inviter
 * reached this server.
 */
@Component
class AcceptLink {

  static final String PAGE = "/accept-invitation";

  private final String publicUrl;

  AcceptLink(@Value("${loanwright.public-url:}") String publicUrl) {
    this.publicUrl = publicUrl.strip();
  }

  URI of(String token) {
    UriComponentsBuilder base =
        publicUrl.isEmpty()
            ? ServletUriComponentsBuilder.fromCurrentContextPath()
            : UriComponentsBuilder.fromUriString(publicUrl);
    return base.path(PAGE).queryParam("token", token).build().toUri();
  }
}
