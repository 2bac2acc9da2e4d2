package io.loanwright.identity.reset;

import io.loanwright.access.Origin;
import io.loanwright.identity.session.SignInThrottle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes requests of people who forgot their password, and looks into them afterwards, one after
 * another: who asks gets the same answer after the same work, whether the login is somebody's or
 * not.
 *
 * <p>Kept in memory: who asks in the last second before the program ends gets no mail, and asks
 * again.
 */
@Component
public class ResetRequests implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ResetRequests.class);
  private static final int WAITING_MAX = 1_000;

  private final PasswordResets resets;
  private final SignInThrottle throttle;
  private final ThreadPoolExecutor oneByOne =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MAX),
          Thread.ofPlatform().daemon().name("password-resets").factory());

  ResetRequests(PasswordResets resets, SignInThrottle throttle) {
    this.resets = resets;
    this.throttle = throttle;
  }

  /** Takes a request, or returns how long to wait before the next one. */
  public Optional<Duration> take(String login, Origin origin) {
    String name = login.strip();
    Optional<Duration> wait = throttle.admit(name, "reset " + origin.network());
    if (wait.isEmpty()) {
      later(name, origin);
    }
    return wait;
  }

  private void later(String login, Origin origin) {
    try {
      oneByOne.execute(() -> send(login, origin));
    } catch (RejectedExecutionException _) {
      LOG.warn("Too many people forgot their password at once; one of them gets no mail");
    }
  }

  private void send(String login, Origin origin) {
    try {
      resets.send(login, origin);
    } catch (RuntimeException e) {
      LOG.error("A mail to somebody who forgot the password could not be prepared", e);
    }
  }

  @Override
  public void destroy() {
    oneByOne.shutdown();
  }
}
