package io.loanwright.web.limits;

import io.loanwright.web.SettingUnusable;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code LOANWRIGHT_RATE_LIMITS}: on, off, or how many times as much as the table says. */
@Component
class RateLimitSettings {

  private static final Logger LOG = LoggerFactory.getLogger(RateLimitSettings.class);
  private static final int TIMES_MAX = 1_000;

  private final int times;

  RateLimitSettings(@Value("${loanwright.rate-limits:on}") String text) {
    this.times = parse(text.strip().toLowerCase(Locale.ROOT));
    if (times == 0) {
      LOG.warn(
          "LOANWRIGHT_RATE_LIMITS is off: requests, and guesses of passwords, are answered as fast"
              + " as they are sent");
    }
  }

  private static int parse(String text) {
    if (text.equals("on") || text.isEmpty()) {
      return 1;
    }
    if (text.equals("off")) {
      return 0;
    }
    int times = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (times < 1 || times > TIMES_MAX) {
      throw new SettingUnusable(
          "LOANWRIGHT_RATE_LIMITS must be on, off, or a number from 1 to %d that says how many times as much is let through, not '%s'."
              .formatted(TIMES_MAX, text),
          null);
    }
    return times;
  }

  boolean areOff() {
    return times == 0;
  }

  /** Returns how many requests a minute a limit lets through. */
  int perMinute(RateLimit limit) {
    return limit.perMinute() * times;
  }
}
