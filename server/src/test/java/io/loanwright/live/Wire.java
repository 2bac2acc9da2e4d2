package io.loanwright.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The wire between a program and its database server: what is said on it is passed on, until it is
 * cut.
 */
final class Wire implements AutoCloseable {

  private static final int BUFFER_BYTES = 8_192;

  private final ServerSocket door;
  private final int server;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private Wire(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  /** Opens a port that leads to another one of this machine. */
  static Wire to(int server) {
    try {
      Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
      Thread.ofVirtual().start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** One connection of the program, and the one to the server that it is passed on to. */
  private static final class Connection {

    private final Socket program;
    private final Socket server;
    private volatile boolean deaf;

    private Connection(Socket program, Socket server) {
      this.program = program;
      this.server = server;
    }

    /** Ends without a word: whoever reads or writes gets an error. */
    void cut() {
      for (Socket end : new Socket[] {program, server}) {
        try (end) {
          end.setSoLinger(true, 0);
        } catch (IOException gone) {
          // It is cut already.
        }
      }
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket program = door.accept();
        Connection connection =
            new Connection(program, new Socket(InetAddress.getLoopbackAddress(), server));
        connections.add(connection);
        Thread.ofVirtual().start(() -> pass(connection, false));
        Thread.ofVirtual().start(() -> pass(connection, true));
      } catch (IOException e) {
        // The wire is closed, or the server takes no more.
      }
    }
  }

  private void pass(Connection connection, boolean answers) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = (answers ? connection.server : connection.program).getInputStream();
      OutputStream out = (answers ? connection.program : connection.server).getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!(answers && connection.deaf)) {
          out.write(buffer, 0, read);
          out.flush();
        }
      }
    } catch (IOException e) {
      // One of both has gone.
    } finally {
      connection.cut();
      connections.remove(connection);
    }
  }

  /** Cuts each connection, or does not, as chance will have it. */
  void cut(RandomGenerator random) {
    connections.stream().filter(_ -> random.nextBoolean()).forEach(Connection::cut);
  }

  /**
   * From now on some connections pass on what the program says and not what it is answered; {@link
   * #cutDeaf} ends them. So work is done, and committed, that nobody hears of.
   */
  void deafen(RandomGenerator random) {
    connections.stream().filter(_ -> random.nextBoolean()).forEach(each -> each.deaf = true);
  }

  /** Cuts what passes on no answers. */
  void cutDeaf() {
    connections.stream().filter(each -> each.deaf).forEach(Connection::cut);
  }

  @Override
  public void close() {
    try (door) {
      connections.forEach(Connection::cut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
