package io.loanwright.document.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loanwright.web.SettingUnusable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keeps documents in S3Proxy, a server that speaks S3 and checks signatures, in its own process.
 */
class S3StoreTest {

  private static final Path SERVER = Path.of("target/s3proxy/s3proxy.jar");
  private static final String PLACE = "ab".repeat(32);

  @TempDir private static Path folder;

  private static Process server;
  private static String address;

  @BeforeAll
  static void startServer() throws IOException {
    assumeThat(SERVER).as("Maven copies it before tests").exists();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    address = "http://127.0.0.1:" + port;
    Files.createDirectories(folder.resolve("data/papers"));
    Files.writeString(
        folder.resolve("s3proxy.conf"),
        """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=lender
        s3proxy.credential=much secret
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(address, folder.resolve("data")));
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-jar",
                SERVER.toAbsolutePath().toString(),
                "--properties",
                "s3proxy.conf")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> status(address + "/") > 0);
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    if (server != null) {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void whatIsPutIsReadAndForgotten() throws IOException {
    S3Store store = store("much secret");
    byte[] sealed = new byte[100_000];
    sealed[7] = 7;

    assertThat(store.has(PLACE)).isFalse();
    assertThat(store.get(PLACE)).isEmpty();
    store.put(PLACE, sealed);
    store.put(PLACE, sealed);
    assertThat(store.has(PLACE)).isTrue();
    assertThat(store.get(PLACE)).contains(sealed);
    assertThat(folder.resolve("data/papers/loans/papers").resolve(PLACE)).isRegularFile();
    store.delete(PLACE);
    store.delete(PLACE);
    assertThat(store.has(PLACE)).isFalse();
  }

  @Test
  void withoutTheSecretNothingIsPutOrRead() throws IOException {
    S3Store guessing = store("no secret");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> guessing.put(PLACE, new byte[1]))
        .withMessage("The store of documents answers 403 to PUT");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> guessing.get(PLACE));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> guessing.has(PLACE));
  }

  @Test
  void aStoreThatIsAwayIsSaidToBe() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    S3Store away =
        new S3Store(new S3Settings("http://127.0.0.1:" + port, "", "papers", "a", "b", ""));

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> away.get(PLACE));
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.org, papers,  documents/, LOANWRIGHT_S3_ENDPOINT",
    "example.org,       papers,  documents/, LOANWRIGHT_S3_ENDPOINT",
    "http://localhost,  Papers!, documents/, LOANWRIGHT_S3_BUCKET",
    "http://localhost,  papers,  documents,  LOANWRIGHT_S3_PREFIX",
    "http://localhost,  papers,  ../x/,      LOANWRIGHT_S3_PREFIX",
  })
  void settingsThatAreNoneStopTheStart(
      String endpoint, String bucket, String prefix, String setting) {
    assertThatExceptionOfType(SettingUnusable.class)
        .isThrownBy(() -> new S3Store(new S3Settings(endpoint, "", bucket, "a", "b", prefix)))
        .withMessageContaining(setting);
  }

  @Test
  void aBucketNeedsKeysAndNothingSaysTheSecret() {
    assertThatExceptionOfType(SettingUnusable.class)
        .isThrownBy(() -> new S3Settings("", "", "papers", "a", "", ""))
        .withMessageContaining("LOANWRIGHT_S3_SECRET_KEY");
    assertThat(new S3Settings("", "eu-central-1", "papers", "a", "much secret", ""))
        .hasToString("S3Settings[ eu-central-1 papers documents/]");
    assertThat(new S3Settings("", "eu-central-1", "papers", "a", "b", "").address("x"))
        .hasToString("https://s3.eu-central-1.amazonaws.com/papers/documents/x");
  }

  private static S3Store store(String secret) {
    return new S3Store(
        new S3Settings(address, "us-east-1", "papers", "lender", secret, "loans/papers/"));
  }

  private static int status(String of) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(of)).build();
      return client
          .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .statusCode();
    }
  }
}
