package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.BehindProxy;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sends byte by byte is cut off; who makes pauses between requests is not. */
@BehindProxy
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowClientFlowTest {

  private static final int PAUSE_MILLIS = 100;
  private static final int PAUSES_MAX = 300;

  private final URI server;
  private final Http administrator;

  SlowClientFlowTest(Http http, People people) {
    this.server = URI.create(http.base());
    this.administrator = people.administrator();
  }

  @Test
  void aHeadThatDoesNotEndClosesTheConnection() throws IOException {
    try (Connection connection = new Connection()) {
      connection.send("GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");

      assertThat(connection.trickle()).isEmpty();
    }
  }

  @Test
  void aFirstLineThatDoesNotEndClosesTheConnection() throws IOException {
    try (Connection connection = new Connection()) {
      connection.send("GET /api/health?");

      assertThat(connection.trickle()).isEmpty();
    }
  }

  @Test
  void aBodyThatDribblesIsAnsweredAndCutOff() throws IOException {
    try (Connection connection = new Connection()) {
      connection.send(
          """
          POST /api/auth/login HTTP/1.1\r
          Host: 127.0.0.1\r
          Content-Type: application/json\r
          Content-Length: 100000\r
          \r
          {"login": "\
          """);

      assertThat(connection.trickle())
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "\"too-slow\"", "Connection: close");
    }
  }

  @Test
  void anUploadThatDribblesIsCutOffToo() throws IOException {
    try (Connection connection = new Connection()) {
      connection.send(
          """
          POST /api/imports/preview HTTP/1.1\r
          Host: 127.0.0.1\r
          Authorization: %s\r
          Content-Type: multipart/form-data; boundary=x\r
          Content-Length: 100000\r
          \r
          --x\r
          Content-Disposition: form-data; name="borrowers"; filename="a.csv"\r
          \r
          """
              .formatted(administrator.authorization()));

      assertThat(connection.trickle()).startsWith("HTTP/1.1 408").contains("Connection: close");
    }
  }

  @ParameterizedTest
  @CsvSource({"/api/auth/login, 2000000, 413", "/api/loans/apply, 5000, 401"})
  void aBodyThatNobodyWantsIsCutOffToo(String path, int length, int status) throws IOException {
    try (Connection connection = new Connection()) {
      connection.send(
          """
          POST %s HTTP/1.1\r
          Host: 127.0.0.1\r
          Content-Type: application/json\r
          Content-Length: %d\r
          \r
          """
              .formatted(path, length));

      assertThat(connection.trickle()).startsWith("HTTP/1.1 " + status).containsOnlyOnce("HTTP/1");
    }
  }

  @Test
  void whoWaitsBetweenRequestsIsServed() throws IOException {
    String health = "GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    try (Connection connection = new Connection()) {
      for (int i = 0; i < 3; i++) {
        connection.send(health);
        connection.listen();
        connection.send("\r\n");
        assertThat(connection.answer()).startsWith("HTTP/1.1 200").contains("\"up\"");
        for (int pause = 0; pause < 13; pause++) {
          connection.listen();
        }
      }
    }
  }

  /** A connection on which a test writes what it likes. */
  private final class Connection implements AutoCloseable {

    private final Socket socket = new Socket(server.getHost(), server.getPort());
    private final OutputStream out = socket.getOutputStream();
    private final InputStream in = socket.getInputStream();

    Connection() throws IOException {
      socket.setSoTimeout(PAUSE_MILLIS);
    }

    void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    /** Waits a moment, in which nothing comes. */
    void listen() throws IOException {
      assertThat(read()).isEmpty();
    }

    /** Waits for an answer. */
    String answer() throws IOException {
      String answer = "";
      while (answer.isEmpty()) {
        answer = read();
      }
      return answer;
    }

    /** Returns what comes until there is a pause. */
    private String read() throws IOException {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        in.transferTo(answer);
      } catch (SocketTimeoutException _) {
        // a pause
      }
      return answer.toString(StandardCharsets.UTF_8);
    }

    /** Sends a byte after each pause until the server ends it, and returns what it said. */
    String trickle() throws IOException {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      for (int pauses = 0; pauses < PAUSES_MAX; pauses++) {
        try {
          in.transferTo(answer);
          return answer.toString(StandardCharsets.UTF_8);
        } catch (SocketTimeoutException _) {
          try {
            send("x");
          } catch (SocketException _) {
            return answer.toString(StandardCharsets.UTF_8);
          }
        } catch (SocketException _) {
          return answer.toString(StandardCharsets.UTF_8);
        }
      }
      throw new AssertionError("not cut off; it said: " + answer);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
