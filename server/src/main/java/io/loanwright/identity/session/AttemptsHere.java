package io.loanwright.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attempts that this node alone knows of; {@value #NAMES_MAX} names at most. */
final class AttemptsHere implements Attempts {

  static final int NAMES_MAX = 20_000;

  private final Clock clock;
  private final Map<String, Failures> failures = new Bounded();

  AttemptsHere(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {

    @Nullable Failures less() {
      return count == 1 ? null : new Failures(count - 1, last);
    }
  }

  /** Forgets the name that failed least recently. */
  private static final class Bounded extends LinkedHashMap<String, Failures> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > NAMES_MAX;
    }
  }

  @Override
  public synchronized Duration admit(List<Counted> each) {
    Duration wait = remaining(each);
    if (!wait.isPositive()) {
      each.forEach(counted -> count(counted.name()));
    }
    return wait;
  }

  @Override
  public synchronized Duration remaining(List<Counted> each) {
    Duration longest = Duration.ZERO;
    for (Counted counted : each) {
      Duration wait = remaining(counted);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }

  @Override
  public synchronized void forget(String all, @Nullable String once) {
    failures.remove(all);
    if (once != null) {
      failures.computeIfPresent(once, (_, past) -> past.less());
    }
  }

  private void count(String name) {
    Failures before = recent(name);
    failures.remove(name);
    failures.put(name, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
  }

  private Duration remaining(Counted counted) {
    Failures past = recent(counted.name());
    if (past == null || past.count() < counted.free()) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(past.count() - counted.free(), 6);
    Duration wait = Duration.ofSeconds(Math.min(seconds, WAIT_MAX.toSeconds()));
    return Duration.between(clock.instant(), past.last().plus(wait));
  }

  private @Nullable Failures recent(String name) {
    Failures past = failures.get(name);
    return past == null || past.last().plus(MEMORY).isBefore(clock.instant()) ? null : past;
  }
}
