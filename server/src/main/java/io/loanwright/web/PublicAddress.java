package io.loanwright.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address under which people reach the program: {@code LOANWRIGHT_PUBLIC_URL}, if it is set.
 */
@Component
public class PublicAddress {

  private final String url;

  PublicAddress(@Value("${loanwright.public-url:}") String url) {
    this.url = url.strip();
  }

  /** Returns the start of a link for people; where none is set, as the request reached us. */
  public UriComponentsBuilder link() {
    return url.isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath()
        : UriComponentsBuilder.fromUriString(url);
  }

  /**
   * Returns the start of a link for somebody else than who sent the request: nothing where none is
   * set, for the request may say what it likes.
   */
  public Optional<UriComponentsBuilder> linkForOthers() {
    return url.isEmpty() ? Optional.empty() : Optional.of(UriComponentsBuilder.fromUriString(url));
  }

  /** Whether the person who sent a request did so by https, as far as we know. */
  public boolean isEncrypted(HttpServletRequest request) {
    return request.isSecure() || url.toLowerCase(Locale.ROOT).startsWith("https:");
  }
}
