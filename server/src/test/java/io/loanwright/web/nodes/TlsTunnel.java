package io.loanwright.web.nodes;

import io.loanwright.web.network.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Speaks TLS on 127.0.0.1 and hands on to a server that does not: what stands before a Redis. */
final class TlsTunnel implements AutoCloseable {

  private final ServerSocket door;
  private final int inner;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TlsTunnel(TestCertificate certificate, int inner) throws IOException, GeneralSecurityException {
    this.inner = inner;
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificate.keystore())) {
      store.load(in, TestCertificate.PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, TestCertificate.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    this.door =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(this::welcome);
  }

  int port() {
    return door.getLocalPort();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket outside = door.accept();
        Socket inside = new Socket(InetAddress.getLoopbackAddress(), inner);
        threads.execute(() -> copy(outside, inside));
        threads.execute(() -> copy(inside, outside));
      } catch (IOException e) {
        // It was closed, or nobody listens inside.
      }
    }
  }

  /** A client that trusts nobody breaks off in here. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Whoever was at the other end has gone.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
