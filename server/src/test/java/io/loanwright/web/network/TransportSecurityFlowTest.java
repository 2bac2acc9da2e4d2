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
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLHandshakeException;
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

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "tls");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
