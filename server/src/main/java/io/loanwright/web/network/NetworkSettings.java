package io.loanwright.web.network;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the program is reached; {@code loanwright.*}.
 *
 * @param trustedProxies addresses and ranges (CIDR) of the proxies that are believed when they say
 *     whom they speak for; none by default
 * @param corsOrigins origins whose pages may call the API from a browser; none by default
 * @param tls the certificate to speak TLS with; without one, plain HTTP
 */
@ConfigurationProperties("loanwright")
record NetworkSettings(
    @DefaultValue List<String> trustedProxies,
    @DefaultValue List<String> corsOrigins,
    @DefaultValue Tls tls) {

  /**
   * A certificate and its key, either as two PEM files or as one PKCS12 file; blank is not there.
   *
   * @param certificate PEM file of the certificate, and those of its issuers after it
   * @param key PEM file of the private key
   * @param keystore PKCS12 file of both
   * @param password of the PKCS12 file, or of a PEM key that has one
   */
  record Tls(
      @DefaultValue("") String certificate,
      @DefaultValue("") String key,
      @DefaultValue("") String keystore,
      @DefaultValue("") String password) {

    boolean isOn() {
      return !(certificate.isBlank() && key.isBlank() && keystore.isBlank());
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
      return "Tls[certificate=%s, key=%s, keystore=%s]".formatted(certificate, key, keystore);
    }
  }
}
