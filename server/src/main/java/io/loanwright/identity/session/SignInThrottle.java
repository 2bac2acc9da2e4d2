package io.loanwright.identity.session;

import io.loanwright.identity.session.Attempts.Counted;
import io.loanwright.web.SharedMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after {@value #FREE} failures, each further one costs a wait that doubles up
 * to a minute.
 *
 * <p>An attempt counts as failed until it has succeeded, so that many at once gain nothing. Counted
 * for each pair of a login and an address, so a stranger who guesses cannot lock the owner out
 * elsewhere, and for each address (of IPv6 each /64) alone with {@value #FREE_PER_ADDRESS} free
 * failures, so one address cannot try many logins. Whoever forgot a password is counted apart, as
 * another place on the network, and who is signed in and shows his password again by himself. Kept
 * for {@link Attempts#MEMORY}: in Redis by all nodes together where the settings name one, else in
 * memory by each node for itself.
 */
@Component
public class SignInThrottle {

  static final int FREE = 5;
  static final int FREE_PER_ADDRESS = 50;

  private final Attempts attempts;
  private final boolean off;

  @Autowired
  SignInThrottle(
      Clock clock,
      @Value("${loanwright.rate-limits:on}") String limits,
      ObjectProvider<SharedMemory> memory) {
    this(clock, limits, memory.getIfAvailable());
  }

  SignInThrottle(Clock clock, String limits, @Nullable SharedMemory memory) {
    Attempts here = new AttemptsHere(clock);
    this.attempts = memory == null ? here : new AttemptsEverywhere(memory, here);
    this.off = limits.strip().equalsIgnoreCase("off");
  }

  /**
   * Counts an attempt and lets it pass, or returns how long the caller has to wait before the next
   * one.
   */
  public Optional<Duration> admit(String login, String address) {
    return admit(both(login, address));
  }

  /** The same for somebody who is signed in, wherever he is, and shows his password again. */
  Optional<Duration> admit(UUID userId) {
    return admit(himself(userId));
  }

  private Optional<Duration> admit(List<Counted> each) {
    return off ? Optional.empty() : Optional.of(attempts.admit(each)).filter(Duration::isPositive);
  }

  /** Returns whether the next time that somebody shows his password has to wait. */
  boolean isSlowed(UUID userId) {
    return !off && attempts.remaining(himself(userId)).isPositive();
  }

  /** Returns whether the next attempt on a login from an address has to wait. */
  boolean isSlowed(String login, String address) {
    return !off && attempts.remaining(both(login, address)).isPositive();
  }

  /** Forgets how often somebody failed to show his password. */
  void succeeded(UUID userId) {
    if (!off) {
      attempts.forget(userId.toString(), null);
    }
  }

  /** Takes back what {@link #admit} counted, and the failures of the login before. */
  void succeeded(String login, String address) {
    if (!off) {
      attempts.forget(pair(login, address), address);
    }
  }

  private static List<Counted> both(String login, String address) {
    return List.of(new Counted(pair(login, address), FREE), new Counted(address, FREE_PER_ADDRESS));
  }

  private static List<Counted> himself(UUID userId) {
    return List.of(new Counted(userId.toString(), FREE));
  }

  private static String pair(String login, String address) {
    return address + " " + login.toLowerCase(Locale.ROOT);
  }
}
