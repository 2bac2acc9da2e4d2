package io.loanwright.web.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of 127.0.0.1 that signed itself, made anew by the JDK's {@code keytool}.
 *
 * @param keystore the certificate and its key as PKCS12, with {@link #PASSWORD}
 * @param pem the certificate as PEM
 * @param key its key as PEM, without a password
 */
public record TestCertificate(Path keystore, Path pem, Path key) {

  /** Of the keystore. */
  public static final String PASSWORD = "changeit-please";

  /** Makes one in a folder. */
  public static TestCertificate in(Path folder, String name) {
    TestCertificate made =
        new TestCertificate(
            folder.resolve(name + ".p12"),
            folder.resolve(name + ".crt"),
            folder.resolve(name + ".key"));
    try {
      made.make();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void make() throws IOException, GeneralSecurityException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keystore.toString())
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    KeyStore store = store();
    write(pem, "CERTIFICATE", store.getCertificate("server").getEncoded());
    write(key, "PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()).getEncoded());
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  X509Certificate certificate() throws IOException, GeneralSecurityException {
    return (X509Certificate) store().getCertificate("server");
  }

  /** Returns what a client needs that trusts this certificate and no other. */
  SSLContext trustedBy() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** Writes something that is no certificate. */
  static Path nonsense(Path folder) throws IOException {
    return Files.writeString(folder.resolve("nonsense.pem"), "hello", StandardCharsets.UTF_8);
  }
}
