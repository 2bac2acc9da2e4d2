package io.loanwright.organization;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a job gets on, going by all that was done since its total was known.
 *
 * @param perSecond how many units a second; positive
 * @param secondsLeft how long the rest takes at that pace
 */
record Pace(double perSecond, long secondsLeft) {

  private static final double MILLIS_OF_A_SECOND = 1000;

  /** What is watched for less says nothing about the rest. */
  private static final Duration WATCHED_MIN = Duration.ofSeconds(2);

  /**
   * Returns the pace; nothing while too little was seen.
   *
   * @param done how many units were done in the time
   * @param left how many are left; negative counts as none
   */
  static Optional<Pace> of(long done, long left, Duration time) {
    if (done <= 0 || time.compareTo(WATCHED_MIN) < 0) {
      return Optional.empty();
    }
    double perSecond = MILLIS_OF_A_SECOND * done / time.toMillis();
    return Optional.of(new Pace(perSecond, Math.round(Math.max(0, left) / perSecond)));
  }
}
