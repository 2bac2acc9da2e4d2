package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLHandshakeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a certificate in the settings the program speaks TLS, and nothing else. */
@FlowTest
@DirtiesContext
class TransportSecurityFlowTest {

  private static final TestCertificate CERTIFICATE = TestCertificate.in(folder(), "server");

  private final String authority;
  private final HttpClient client;

  TransportSecurityFlowTest(Environment environment) throws IOException, GeneralSecurityException {
    this.authority = "127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    this.client = HttpClient.newBuilder().sslContext(CERTIFICATE.trustedBy()).build();
  }

  @DynamicPropertySource
  static void certificate(DynamicPropertyRegistry registry) {
    registry.add("loanwright.tls.certificate", () -> CERTIFICATE.pem().toString());
    registry.add("loanwright.tls.key", () -> CERTIFICATE.key().toString());
    registry.add("loanwright.tls-watch-millis", () -> 100);
  }

  @Test
  void aSignInOverTlsStaysWithIt() throws IOException, InterruptedException {
    String login =
        "{\"login\": \"%s\", \"password\": \"%s\", \"cookie\": true}"
            .formatted(People.ADMIN_EMAIL, People.PASSWORD);

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("https://" + authority + "/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(login))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("strict-transport-security"))
        .hasValue("max-age=31536000");
    assertThat(answer.headers().firstValue("set-cookie").orElse("")).contains("; Secure");
  }

  @Test
  void theCertificateIsTheOneOfTheSettings() {
    HttpClient stranger = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://" + authority + "/api/health")).build();

    assertThatThrownBy(() -> stranger.send(request, BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void plainHttpIsNotAnswered() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + authority + "/api/health")).build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }

  @Test
  void aNewCertificateIsTakenWithoutARestartAndAWrongOneIsNot()
      throws IOException, GeneralSecurityException {
    Path folder = CERTIFICATE.pem().toAbsolutePath().resolveSibling("renewed");
    TestCertificate renewed = TestCertificate.in(Files.createDirectories(folder), "server");
    byte[] pem = Files.readAllBytes(CERTIFICATE.pem());
    byte[] key = Files.readAllBytes(CERTIFICATE.key());
    try {
      Files.writeString(CERTIFICATE.pem(), "hello");
      assertThat(answers(CERTIFICATE)).as("the old one stays").isTrue();

      Files.copy(renewed.key(), CERTIFICATE.key(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(renewed.pem(), CERTIFICATE.pem(), StandardCopyOption.REPLACE_EXISTING);

      Awaitility.await().until(() -> answers(renewed));
      assertThat(answers(CERTIFICATE)).isFalse();
    } finally {
      Files.write(CERTIFICATE.key(), key);
      Files.write(CERTIFICATE.pem(), pem);
    }
    Awaitility.await().until(() -> answers(CERTIFICATE));
  }

  /** By a client that trusts one certificate, on a connection of its own. */
  private boolean answers(TestCertificate trusted) throws GeneralSecurityException, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://" + authority + "/api/health")).build();
    try (HttpClient apart = HttpClient.newBuilder().sslContext(trusted.trustedBy()).build()) {
      return apart.send(request, BodyHandlers.ofString()).statusCode() == 200;
    } catch (SSLHandshakeException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "tls");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
