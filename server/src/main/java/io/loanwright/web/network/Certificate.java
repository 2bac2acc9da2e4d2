package io.loanwright.web.network;

import io.loanwright.web.SettingUnusable;
import io.loanwright.web.network.NetworkSettings.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Collections;
import java.util.Map;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Reads the certificate and the key that the settings name, and says in words what is wrong. */
final class Certificate {

  private static final String CERTIFICATE = "LOANWRIGHT_TLS_CERTIFICATE";
  private static final String KEY = "LOANWRIGHT_TLS_KEY";
  private static final String KEYSTORE = "LOANWRIGHT_TLS_KEYSTORE";
  private static final String PASSWORD = "LOANWRIGHT_TLS_PASSWORD";

  /** How a key of each kind signs; others are not used for TLS. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private Certificate() {}

  /**
   * Returns what Tomcat speaks TLS with.
   *
   * @throws SettingUnusable if the settings name too much or too little, or a file cannot be used
   */
  static SslBundle read(Tls tls) {
    if (tls.keystore().isBlank()) {
      return pem(tls);
    }
    if (tls.certificate().isBlank() && tls.key().isBlank()) {
      return pkcs12(tls);
    }
    throw new SettingUnusable(
        "Set either %s or %s and %s, not all of them.".formatted(KEYSTORE, CERTIFICATE, KEY), null);
  }

  private static SslBundle pem(Tls tls) {
    if (tls.certificate().isBlank() || tls.key().isBlank()) {
      throw new SettingUnusable(
          "%s and %s belong together; set both.".formatted(CERTIFICATE, KEY), null);
    }
    PemSslStoreDetails details =
        new PemSslStoreDetails(
            null,
            location(CERTIFICATE, tls.certificate()),
            location(KEY, tls.key()),
            tls.password().isEmpty() ? null : tls.password());
    String unreadable =
        "%s and %s must be PEM files of a certificate and its private key; %s is the key's password, if it has one."
            .formatted(CERTIFICATE, KEY, PASSWORD);
    return checked(new PemSslStoreBundle(details, null), tls, unreadable);
  }

  private static SslBundle pkcs12(Tls tls) {
    JksSslStoreDetails details =
        new JksSslStoreDetails("PKCS12", null, location(KEYSTORE, tls.keystore()), tls.password());
    String unreadable =
        "%s must be a PKCS12 file with a certificate and its private key, and %s its password."
            .formatted(KEYSTORE, PASSWORD);
    return checked(new JksSslStoreBundle(details, null), tls, unreadable);
  }

  private static String location(String setting, String file) {
    Path path = Path.of(file.strip()).toAbsolutePath();
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new SettingUnusable(
          "%s names a file that is not there or may not be read: %s".formatted(setting, path),
          null);
    }
    return path.toUri().toString();
  }

  private static SslBundle checked(SslStoreBundle stores, Tls tls, String unreadable) {
    try {
      requirePair(stores, tls.keystore().isBlank() ? "" : tls.password(), unreadable);
    } catch (IllegalStateException | GeneralSecurityException e) {
      throw new SettingUnusable(unreadable, e);
    }
    return SslBundle.of(stores);
  }

  private static void requirePair(SslStoreBundle stores, String password, String unreadable)
      throws GeneralSecurityException {
    KeyStore store = stores.getKeyStore();
    if (store == null) {
      throw new SettingUnusable(unreadable, null);
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
        if (!belongTogether(key, store.getCertificate(alias).getPublicKey())) {
          throw new SettingUnusable(
              "The key of %s is not that of the certificate of %s.".formatted(KEY, CERTIFICATE),
              null);
        }
        return;
      }
    }
    throw new SettingUnusable(unreadable, null);
  }

  private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey)
      throws GeneralSecurityException {
    String algorithm = SIGNATURES.get(privateKey.getAlgorithm());
    if (algorithm == null || !privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
      return false;
    }
    byte[] text = {1};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(privateKey);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(text);
    return signature.verify(signed);
  }
}
