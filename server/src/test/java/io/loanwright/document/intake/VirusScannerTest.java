package io.loanwright.document.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loanwright.document.DocumentFixtures;
import io.loanwright.document.intake.VirusScanner.Verdict;
import io.loanwright.web.SettingUnusable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ClamAV daemon says, and what is made of it when it says nothing. */
class VirusScannerTest {

  /** The test file of EICAR, in two parts, so that no scanner takes this file for it. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

  private static final Path CLAMD = Path.of("/usr/sbin/clamd");

  /** The daemon of the system's packages, with a signature of that file and no other. */
  @Test
  void theDaemonFindsWhatItKnows(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(CLAMD)
        .as("clamd of the package clamav-daemon; ./loanwright test installs it where it can")
        .isExecutable();
    int port = freePort();
    Process daemon = daemon(folder, port);
    try {
      VirusScanner scanner = new VirusScanner("127.0.0.1:" + port);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> scanner.scan(new byte[1]) instanceof Verdict.Clean);

      assertThat(scanner.scan(DocumentFixtures.pdf(EICAR)))
          .isEqualTo(new Verdict.Found("Loanwright.Eicar.UNOFFICIAL"));
      assertThat(scanner.scan(DocumentFixtures.pdf())).isInstanceOf(Verdict.Clean.class);
      assertThat(scanner.scan(new byte[10 * 1024 * 1024])).isInstanceOf(Verdict.Clean.class);
    } finally {
      daemon.destroy();
      daemon.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void withoutASettingNothingIsAsked() {
    assertThat(new VirusScanner(" ").scan(new byte[1])).isInstanceOf(Verdict.Clean.class);
  }

  @Test
  void aDaemonThatIsAwayLetsNothingThrough() throws IOException {
    assertThat(new VirusScanner("127.0.0.1:" + freePort()).scan(new byte[1]))
        .isInstanceOf(Verdict.Away.class);
  }

  /** The system takes connections for a process that is stopped, and some of what is sent. */
  @Test
  void aDaemonThatReadsNothingIsAway() throws IOException {
    try (ServerSocket stopped = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      VirusScanner scanner =
          new VirusScanner("127.0.0.1:" + stopped.getLocalPort(), Duration.ofMillis(300));

      assertThat(scanner.scan(new byte[10 * 1024 * 1024])).isInstanceOf(Verdict.Away.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "stream: ", "INSTREAM size limit exceeded. ERROR", "HTTP/1.1 200 OK", "OK"})
  void anAnswerThatIsNeitherYesNorNoLetsNothingThrough(String answer) throws Exception {
    try (StandIn daemon = new StandIn(_ -> answer)) {
      assertThat(new VirusScanner(daemon.address()).scan(new byte[100_000]))
          .isInstanceOf(Verdict.Away.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamd", "clamd:", ":3310", "clamd:99999", "clamd:x", "a b:3310"})
  void anAddressThatIsNoneStopsTheStart(String setting) {
    assertThatExceptionOfType(SettingUnusable.class)
        .isThrownBy(() -> new VirusScanner(setting))
        .withMessageContaining("LOANWRIGHT_CLAMD");
  }

  private static Process daemon(Path folder, int port) throws IOException {
    Path signatures = Files.createDirectories(folder.resolve("signatures"));
    String hex = HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(signatures.resolve("local.ndb"), "Loanwright.Eicar:0:*:" + hex + "\n");
    Path settings = folder.resolve("clamd.conf");
    Files.writeString(
        settings,
        """
        DatabaseDirectory %s
        TCPSocket %d
        TCPAddr 127.0.0.1
        Foreground yes
        """
            .formatted(signatures, port));
    return new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("clamd.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
