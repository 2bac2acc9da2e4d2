package io.loanwright.engine.arrears;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One class of loans that are behind.
 *
 * @param name what the supervisor calls it
 * @param fromDay the first day past due that belongs to it, as the scheme counts days; null if days
 *     do not lead into it
 * @param fromMissed the first number of missed installments that belongs to it; null if they do not
 *     lead into it
 * @param provisionPercent what is set aside of the principal outstanding, 0 to 100
 */
public record ArrearsClass(
    String name,
    @Nullable Integer fromDay,
    @Nullable Integer fromMissed,
    BigDecimal provisionPercent) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Checks the provision. */
  public ArrearsClass {
    if (provisionPercent.signum() < 0 || provisionPercent.compareTo(ALL) > 0) {
      throw new IllegalArgumentException("A provision is 0 to 100 %: " + provisionPercent);
    }
  }

  /** Returns a class that days past due lead into. */
  public static ArrearsClass fromDay(String name, int day, String provisionPercent) {
    return new ArrearsClass(name, day, null, new BigDecimal(provisionPercent));
  }

  boolean reachedBy(int day, int missed) {
    return (fromDay != null && day >= fromDay) || (fromMissed != null && missed >= fromMissed);
  }
}
