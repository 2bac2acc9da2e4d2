package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.web.SettingUnusable;
import io.loanwright.web.network.NetworkSettings.Tls;
import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.X509KeyManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;

/** A certificate is read from PEM and PKCS12, and what is wrong with it is said in words. */
class CertificateTest {

  @TempDir private static Path folder;
  private static TestCertificate made;

  @BeforeAll
  static void make() {
    made = TestCertificate.in(folder, "ours");
  }

  @Test
  void twoPemFilesAreACertificate() throws Exception {
    assertThat(served(Certificate.read(pem(made.pem(), made.key())))).isEqualTo(made.certificate());
  }

  @Test
  void onePkcs12FileIsACertificate() throws Exception {
    assertThat(served(Certificate.read(pkcs12(made.keystore(), TestCertificate.PASSWORD))))
        .isEqualTo(made.certificate());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path gone = folder.resolve("gone.pem");

    assertRefused(pem(gone, made.key()), "LOANWRIGHT_TLS_CERTIFICATE names a file that is not");
    assertRefused(pem(made.pem(), gone), "LOANWRIGHT_TLS_KEY names a file that is not", "gone.pem");
    assertRefused(pkcs12(gone, "x"), "LOANWRIGHT_TLS_KEYSTORE names a file that is not there");
    assertRefused(pem(folder, made.key()), "LOANWRIGHT_TLS_CERTIFICATE names a file that is not");
  }

  @Test
  void whatIsNoCertificateIsSaid() throws IOException {
    Path nonsense = TestCertificate.nonsense(folder);

    assertRefused(pem(nonsense, made.key()), "must be PEM files of a certificate and its private");
    assertRefused(pem(made.pem(), nonsense), "must be PEM files of a certificate and its private");
    assertRefused(pem(made.key(), made.pem()), "must be PEM files of a certificate and its priv");
    assertRefused(pkcs12(nonsense, "x"), "LOANWRIGHT_TLS_KEYSTORE must be a PKCS12 file");
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    assertRefused(pkcs12(made.keystore(), "a wrong one"), "and LOANWRIGHT_TLS_PASSWORD its pass");
    assertThat(pkcs12(made.keystore(), "a wrong one").toString()).doesNotContain("wrong");
  }

  @Test
  void theKeyOfAnotherCertificateIsSaid() {
    TestCertificate other = TestCertificate.in(folder, "other");

    assertRefused(pem(made.pem(), other.key()), "is not that of the certificate");
  }

  @Test
  void halfASettingAndTwoSettingsAreSaid() {
    String pem = made.pem().toString();

    assertRefused(new Tls(pem, "", "", ""), "belong together; set both");
    assertRefused(new Tls("", pem, "", ""), "belong together; set both");
    assertRefused(new Tls(pem, pem, pem, ""), "Set either LOANWRIGHT_TLS_KEYSTORE or");
  }

  private static void assertRefused(Tls tls, String... words) {
    assertThatThrownBy(() -> Certificate.read(tls))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageContainingAll(words);
  }

  private static Tls pem(Path certificate, Path key) {
    return new Tls(certificate.toString(), key.toString(), "", "");
  }

  private static Tls pkcs12(Path file, String password) {
    return new Tls("", "", file.toString(), password);
  }

  private static Object served(SslBundle bundle) {
    X509KeyManager keys = (X509KeyManager) bundle.getManagers().getKeyManagers()[0];
    String alias = keys.getServerAliases("EC", null)[0];
    return keys.getCertificateChain(alias)[0];
  }
}
