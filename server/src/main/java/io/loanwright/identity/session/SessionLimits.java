package io.loanwright.identity.session;

import io.loanwright.web.SettingUnusable;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * How long a person stays signed in: {@code LOANWRIGHT_SESSION_IDLE} without doing anything, {@code
 * LOANWRIGHT_SESSION_LIFE} at most. Both count at once, for sessions that were opened before too,
 * except that a longer life is that of new sessions.
 */
@Component
public class SessionLimits {

  private static final Duration IDLE_MIN = Duration.ofMinutes(5);
  private static final Duration LIFE_MAX = Duration.ofDays(366);

  private final Duration idle;
  private final Duration life;

  SessionLimits(
      @Value("${loanwright.session-idle:14d}") String idle,
      @Value("${loanwright.session-life:90d}") String life) {
    this.idle = parse("LOANWRIGHT_SESSION_IDLE", idle);
    this.life = parse("LOANWRIGHT_SESSION_LIFE", life);
    if (this.idle.compareTo(this.life) > 0) {
      throw new SettingUnusable(
          "LOANWRIGHT_SESSION_IDLE must not be longer than LOANWRIGHT_SESSION_LIFE.", null);
    }
  }

  /** Returns how long a session lasts without being used. */
  public Duration idle() {
    return idle;
  }

  /** Returns how long a session lasts at most. */
  public Duration life() {
    return life;
  }

  /** Returns what a session must be within to go on at a moment. */
  Bounds at(Instant now) {
    return new Bounds(now, now.minus(idle), life.toSeconds());
  }

  private static Duration parse(String name, String text) {
    try {
      Duration length = DurationStyle.SIMPLE.parse(text.strip());
      if (length.compareTo(IDLE_MIN) >= 0 && length.compareTo(LIFE_MAX) <= 0) {
        return length;
      }
    } catch (IllegalArgumentException | ArithmeticException _) {
      // The sentence below says what it should have been.
    }
    throw new SettingUnusable(
        "%s must be a length of time like 30m, 8h or 14d, from 5m to 366d, not '%s'."
            .formatted(name, text),
        null);
  }
}
