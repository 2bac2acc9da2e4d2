package io.loanwright.identity.passkey;

import io.loanwright.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponents;

/**
 * Says what passkeys are bound to: the host of {@code LOANWRIGHT_PUBLIC_URL}. Without it only
 * {@code localhost} will do, which nobody else can be; any other host is what a request says it is.
 */
@Component
public class RelyingParties {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
  private static final Pattern LOCAL = Pattern.compile("(.+\\.)?localhost");

  private final PublicAddress address;

  RelyingParties(PublicAddress address) {
    this.address = address;
  }

  /** Returns what passkeys are bound to for who sent a request, or why they are off. */
  public PasskeySupport of(HttpServletRequest request) {
    return address
        .linkForOthers()
        .map(link -> ofSetting(link.build()))
        .orElseGet(
            () -> ofRequest(request.getScheme(), request.getServerName(), request.getServerPort()));
  }

  static PasskeySupport ofSetting(UriComponents url) {
    String host = folded(url.getHost());
    if (host.isEmpty() || ADDRESS.matcher(host).matches()) {
      return new PasskeySupport.Off(
          "Passkeys are bound to a name, and LOANWRIGHT_PUBLIC_URL has none.");
    }
    if (!"https".equalsIgnoreCase(url.getScheme()) && !LOCAL.matcher(host).matches()) {
      return new PasskeySupport.Off("Passkeys need https, and LOANWRIGHT_PUBLIC_URL has none.");
    }
    return on(String.valueOf(url.getScheme()), host, url.getPort());
  }

  static PasskeySupport ofRequest(String scheme, String server, int port) {
    String host = folded(server);
    return LOCAL.matcher(host).matches()
        ? on(scheme, host, port)
        : new PasskeySupport.Off(
            "Passkeys are bound to the address of the program. An administrator sets it as"
                + " LOANWRIGHT_PUBLIC_URL; on this machine alone, open the page at localhost"
                + " instead of 127.0.0.1.");
  }

  private static PasskeySupport on(String scheme, String host, int port) {
    String folded = scheme.toLowerCase(Locale.ROOT);
    boolean usual = port < 0 || port == ("https".equals(folded) ? 443 : 80);
    return new PasskeySupport.On(
        new RelyingParty(host, folded + "://" + host + (usual ? "" : ":" + port)));
  }

  private static String folded(@Nullable String host) {
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
