package io.loanwright.web.network;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.ErrorState;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of a connection and ends those that come too slowly.
 *
 * <p>The head of a request (its first line and headers) has to be complete in time, or the
 * connection is closed. After the same time its body has to have come with {@value #PACE_MIN} bytes
 * a second on average, or it is answered with 408.
 */
final class PacedProcessor extends Http11Processor {

  /** Less than the worst mobile network. */
  static final int PACE_MIN = 1_000;

  private final long patienceNanos;
  private @Nullable SocketWrapperBase<?> unfinished;
  private long unfinishedSince;

  PacedProcessor(PacedProtocol protocol, Duration patience) {
    super(protocol, protocol.getAdapter());
    this.patienceNanos = patience.toNanos();
    request.setInputBuffer(new PacedBody(request.getInputBuffer()));
  }

  /** Is called for each piece of a head; a processor serves one connection after the other. */
  @Override
  public SocketState service(SocketWrapperBase<?> connection) throws IOException {
    boolean goesOn = connection.equals(unfinished);
    long now = System.nanoTime();
    if (goesOn && now - unfinishedSince > patienceNanos) {
      unfinished = null;
      return SocketState.CLOSED;
    }
    SocketState state = super.service(connection);
    if (state != SocketState.LONG || isAsync()) {
      unfinished = null;
    } else if (!goesOn) {
      unfinished = connection;
      unfinishedSince = now;
    }
    return state;
  }

  /** Counts the body of one request after the other. */
  private final class PacedBody implements InputBuffer {

    private final InputBuffer body;
    private long requestStarted;
    private long firstReadAt;
    private long count;

    PacedBody(InputBuffer body) {
      this.body = body;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      if (request.getStartTimeNanos() != requestStarted) {
        requestStarted = request.getStartTimeNanos();
        firstReadAt = System.nanoTime();
        count = 0;
      }
      int read = body.doRead(handler);
      count += Math.max(read, 0);
      if (read > 0) {
        requirePace(System.nanoTime() - firstReadAt);
      }
      return read;
    }

    private void requirePace(long nanos) throws SocketTimeoutException {
      double seconds = nanos / 1e9;
      if (nanos > patienceNanos && count < seconds * PACE_MIN) {
        SocketTimeoutException cut =
            new SocketTimeoutException("The body comes too slowly: " + count + " bytes");
        // The rest of the body must not be taken for the next request.
        setErrorState(ErrorState.CLOSE_CLEAN, cut);
        throw cut;
      }
    }

    @Override
    public int available() {
      return body.available();
    }
  }
}
