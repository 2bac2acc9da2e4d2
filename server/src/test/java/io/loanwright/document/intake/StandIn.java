package io.loanwright.document.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Listens where a virus scanner would, and answers what a test wants. */
public final class StandIn implements AutoCloseable {

  private final ServerSocket socket;
  private final Function<String, String> answer;

  /** Begins to listen; the answer is made of the file that came. */
  public StandIn(Function<String, String> answer) throws IOException {
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.answer = answer;
    Thread.ofVirtual().start(this::serve);
  }

  /** Returns where it listens. */
  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        in.readNBytes("zINSTREAM\0".length());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          file.write(in.readNBytes(length));
        }
        String said = answer.apply(file.toString(StandardCharsets.ISO_8859_1)) + "\0";
        caller.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        // The caller went away, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
