package io.loanwright.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the program that stays, and the least of HTTP that a request needs: who measures
 * on the machine that is measured should take little of it.
 */
final class KeptConnection implements AutoCloseable {

  private static final int BUFFER_BYTES = 16_384;
  private static final int HEXADECIMAL = 16;

  private final URI base;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private Socket socket;
  private int from;
  private int until;

  KeptConnection(URI base) throws IOException {
    this.base = base;
    this.socket = open(base);
  }

  private static Socket open(URI base) throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** What was answered. */
  record Answered(int status, String body) {}

  /**
   * Sends a request and reads its answer to the end.
   *
   * @param headers lines, each with its end
   * @param body null for none
   */
  Answered send(String method, String path, String headers, @Nullable String body)
      throws IOException {
    byte[] content = body == null ? new byte[0] : body.getBytes(UTF_8);
    String length = body == null ? "" : "Content-Length: " + content.length + "\r\n";
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\n"
            + headers
            + length
            + "\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + content.length);
    request.writeBytes(head.getBytes(UTF_8));
    request.writeBytes(content);
    socket.getOutputStream().write(request.toByteArray());
    return answer();
  }

  private Answered answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean isChunked = false;
    boolean isLast = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      isChunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      isLast |= lower.equals("connection: close");
    }
    byte[] content = isChunked ? chunks() : bytes(length);
    Answered answered = new Answered(status, new String(content, UTF_8));
    if (isLast) {
      socket.close();
      socket = open(base);
    }
    return answered;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int length = chunk(); length > 0; length = chunk()) {
      all.writeBytes(bytes(length));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), HEXADECIMAL);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = next(); next != '\n'; next = next()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    int have = 0;
    while (have < count) {
      fill();
      int some = Math.min(count - have, until - from);
      System.arraycopy(buffer, from, bytes, have, some);
      from += some;
      have += some;
    }
    return bytes;
  }

  private int next() throws IOException {
    fill();
    return buffer[from++];
  }

  private void fill() throws IOException {
    if (from < until) {
      return;
    }
    until = socket.getInputStream().read(buffer);
    from = 0;
    if (until < 0) {
      until = 0;
      throw new EOFException("The program has closed the connection");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
