package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The interest that is born in a period: of each of its stretches on the balance, or on all that
 * was lent until it began where interest is flat.
 */
final class BorneInterest {

  /** More interest in one period than this cannot be summed safely in 64 bits. */
  private static final long LARGEST = 1_000_000_000_000_000L;

  /** Twice the most by which a step of binary floating point is off, as a part of the figure. */
  private static final double DOUBT_OF_STEP = 0x1p-52;

  private static final int STEPS_OF_A_STRETCH = 16;

  private BorneInterest() {}

  /** Returns the interest with all its digits. */
  static BigDecimal exactly(PlanPeriod period, Rates rates) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Stretch stretch : period.stretches()) {
      long base = period.bearing(stretch);
      if (base != 0 || stretch.creditedInterest != 0) {
        sum = sum.add(stretch.interestOn(base, rates.forInterest(period, stretch), period.due));
      }
    }
    return sum;
  }

  /**
   * Returns the interest rounded half to even, in minor units.
   *
   * @throws ArithmeticException if it does not fit
   */
  static long rounded(PlanPeriod period, Rates rates) {
    long near = nearly(period, rates);
    long rounded =
        near == Estimate.UNKNOWN
            ? Arithmetic.toMinor(exactly(period, rates), RoundingMode.HALF_EVEN)
            : near;
    if (rounded > LARGEST) {
      throw new ArithmeticException("interest of a period does not fit");
    }
    return rounded;
  }

  /**
   * Returns the same from binary floating point, where that leaves no doubt. What is born and what
   * is credited may cancel, so the doubt grows with both together.
   */
  private static long nearly(PlanPeriod period, Rates rates) {
    double sum = 0;
    double size = 0;
    List<Stretch> stretches = period.stretches();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      long base = period.bearing(stretch);
      if (base != 0 || stretch.creditedInterest != 0) {
        double factor = rates.nearlyForInterest(period, stretch);
        double born = stretch.nearlyBorneOn(base, factor, period.due);
        double interest = born + stretch.creditedInterest;
        sum += stretch.paused ? interest : Math.max(0, interest);
        size += born + Math.abs(stretch.creditedInterest);
      }
    }
    double doubt = size * (stretches.size() + STEPS_OF_A_STRETCH) * DOUBT_OF_STEP;
    return Estimate.rounded(sum, doubt, RoundingMode.HALF_EVEN);
  }
}
