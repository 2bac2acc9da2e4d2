package io.loanwright.document.intake;

import io.loanwright.web.SettingUnusable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a ClamAV daemon about files, if there is one.
 *
 * <p>Source: manual of clamd, command INSTREAM. Each part of a file goes after its length in four
 * bytes; a part without length ends it.
 */
@Component
class VirusScanner {

  private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);

  private static final int CONNECT_MILLIS = 3_000;
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int PART_BYTES = 64 * 1024;
  private static final int ANSWER_MAX = 1_024;
  private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]\\s]+?)]?:([0-9]{1,5})");
  private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
  private static final String CLEAN = "stream: OK";

  private final @Nullable Address address;
  private final Duration most;

  @Autowired
  VirusScanner(@Value("${loanwright.clamd:}") String setting) {
    this(setting, ANSWER);
  }

  /** A scanner whose whole answer may take so long. */
  VirusScanner(String setting, Duration most) {
    this.address = setting.isBlank() ? null : Address.of(setting.strip());
    this.most = most;
  }

  /** What the scanner says. */
  sealed interface Verdict {

    /** Nothing was found, or there is no scanner to ask. */
    record Clean() implements Verdict {}

    /** Something was found. */
    record Found(String signature) implements Verdict {}

    /** It does not answer, or not with yes or no. */
    record Away() implements Verdict {}
  }

  Verdict scan(byte[] file) {
    if (address == null) {
      return new Verdict.Clean();
    }
    try {
      return verdict(asked(address, file, most));
    } catch (IOException e) {
      LOG.warn("The virus scanner at {} does not answer: {}", address, e.toString());
      return new Verdict.Away();
    }
  }

  private Verdict verdict(String answer) {
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return new Verdict.Found(found.group(1));
    }
    if (answer.equals(CLEAN)) {
      return new Verdict.Clean();
    }
    LOG.warn("The virus scanner at {} answers: {}", address, answer);
    return new Verdict.Away();
  }

  /**
   * Asks about a file. Whoever takes bytes slowly, or gives them slowly, does not hold it up: the
   * connection is closed under it.
   */
  private static String asked(Address address, byte[] file, Duration most) throws IOException {
    try (Socket socket = new Socket()) {
      CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> close(socket));
      socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int at = 0; at < file.length; at += PART_BYTES) {
        int length = Math.min(PART_BYTES, file.length - at);
        out.writeInt(length);
        out.write(file, at, length);
      }
      out.writeInt(0);
      out.flush();
      return answer(socket.getInputStream());
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("A connection to the virus scanner does not close", e);
    }
  }

  /** Reads up to the zero byte that ends an answer. */
  private static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int sign = in.read();
    while (sign > 0 && answer.size() < ANSWER_MAX) {
      answer.write(sign);
      sign = in.read();
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private record Address(String host, int port) {

    private static final int PORT_MAX = 65_535;

    private static Address of(String setting) {
      Matcher parts = ADDRESS.matcher(setting);
      if (parts.matches() && Integer.parseInt(parts.group(2)) <= PORT_MAX) {
        return new Address(parts.group(1), Integer.parseInt(parts.group(2)));
      }
      throw new SettingUnusable(
          "LOANWRIGHT_CLAMD must be a host and a port, like 127.0.0.1:3310, not " + setting, null);
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
