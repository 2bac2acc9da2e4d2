package io.loanwright.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * in memory, by each instance for itself, for {@link #MEMORY} and for {@value #KEYS_MAX} keys at
 * most.
 */
@Component
public class SignInThrottle {

  static final int FREE = 5;
  static final int FREE_PER_ADDRESS = 50;
  static final int KEYS_MAX = 20_000;
  static final Duration MEMORY = Duration.ofMinutes(15);

  private static final Duration WAIT_MAX = Duration.ofMinutes(1);

  private final Clock clock;
  private final boolean off;
  private final Map<String, Failures> failures = new Bounded();

  SignInThrottle(Clock clock, @Value("${loanwright.rate-limits:on}") String limits) {
    this.clock = clock;
    this.off = limits.equalsIgnoreCase("off");
  }

  private record Failures(int count, Instant last) {

    @Nullable Failures less() {
      return count == 1 ? null : new Failures(count - 1, last);
    }
  }

  /** Forgets the key that failed least recently. */
  private static final class Bounded extends LinkedHashMap<String, Failures> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > KEYS_MAX;
    }
  }

  /**
   * Counts an attempt and lets it pass, or returns how long the caller has to wait before the next
   * one.
   */
  public synchronized Optional<Duration> admit(String login, String address) {
    if (off) {
      return Optional.empty();
    }
    Duration pair = remaining(pair(login, address), FREE);
    Duration all = remaining(address, FREE_PER_ADDRESS);
    Duration longer = pair.compareTo(all) > 0 ? pair : all;
    if (longer.isPositive()) {
      return Optional.of(longer);
    }
    count(pair(login, address));
    count(address);
    return Optional.empty();
  }

  /** The same for somebody who is signed in, wherever he is, and shows his password again. */
  synchronized Optional<Duration> admit(UUID userId) {
    Duration wait = off ? Duration.ZERO : remaining(userId.toString(), FREE);
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    count(userId.toString());
    return Optional.empty();
  }

  /** Returns whether the next time that somebody shows his password has to wait. */
  synchronized boolean isSlowed(UUID userId) {
    return !off && remaining(userId.toString(), FREE).isPositive();
  }

  /** Forgets how often somebody failed to show his password. */
  synchronized void succeeded(UUID userId) {
    failures.remove(userId.toString());
  }

  /** Returns whether the next attempt on a login from an address has to wait. */
  synchronized boolean isSlowed(String login, String address) {
    return !off
        && (remaining(pair(login, address), FREE).isPositive()
            || remaining(address, FREE_PER_ADDRESS).isPositive());
  }

  /** Takes back what {@link #admit} counted, and the failures of the login before. */
  synchronized void succeeded(String login, String address) {
    failures.remove(pair(login, address));
    failures.computeIfPresent(address, (_, past) -> past.less());
  }

  private void count(String key) {
    Failures before = recent(key);
    failures.remove(key);
    failures.put(key, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
  }

  private Duration remaining(String key, int free) {
    Failures past = recent(key);
    if (past == null || past.count() < free) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(past.count() - free, 6);
    Duration wait = Duration.ofSeconds(Math.min(seconds, WAIT_MAX.toSeconds()));
    return Duration.between(clock.instant(), past.last().plus(wait));
  }

  private @Nullable Failures recent(String key) {
    Failures past = failures.get(key);
    return past == null || past.last().plus(MEMORY).isBefore(clock.instant()) ? null : past;
  }

  private static String pair(String login, String address) {
    return address + " " + login.toLowerCase(Locale.ROOT);
  }
}
