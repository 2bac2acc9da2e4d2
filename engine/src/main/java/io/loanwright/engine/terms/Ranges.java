package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks of ranges that several records of terms share. */
final class Ranges {

  /** More decimals than any contract states; keeps arithmetic with hostile input short. */
  private static final int MOST_DECIMALS = 12;

  private Ranges() {}

  static void require(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          field,
          "%s must be between %d and %d, not %d.".formatted(field, min, max, value));
    }
  }

  static void require(String field, BigDecimal value, BigDecimal min, BigDecimal max) {
    if (value.scale() > MOST_DECIMALS || value.precision() - value.scale() > MOST_DECIMALS + 6) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          field,
          "%s must be between %s and %s with at most %d decimals."
              .formatted(field, min.toPlainString(), max.toPlainString(), MOST_DECIMALS));
    }
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          field,
          "%s must be between %s and %s, not %s."
              .formatted(field, min.toPlainString(), max.toPlainString(), value.toPlainString()));
    }
  }

  static void requirePositive(String field, @Nullable BigDecimal value, BigDecimal max) {
    if (value == null) {
      return;
    }
    if (value.signum() <= 0) {
      throw new Refused(
          Rule.AMOUNT_NOT_POSITIVE, field, field + " must be more than zero where it is given.");
    }
    require(field, value, BigDecimal.ZERO, max);
  }
}
