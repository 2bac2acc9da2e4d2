package io.loanwright.web.network;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP that does not wait forever for a client that sends byte by byte.
 *
 * <p>Tomcat's own time limits begin anew with each byte; {@link PacedProcessor} looks at the whole
 * request. Tomcat makes it by its name, so it is public and has a constructor without arguments.
 */
public final class PacedProtocol extends Http11NioProtocol {

  private volatile Duration patience = Duration.ofSeconds(20);

  /** Sets how long a head may take, and a body before its pace counts. */
  void setPatience(Duration patience) {
    this.patience = patience;
  }

  @Override
  protected Processor createProcessor() {
    return new PacedProcessor(this, patience);
  }
}
