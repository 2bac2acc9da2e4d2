package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A charge that was agreed with the loan.
 *
 * @param name what it is for, 1 to 100 characters
 * @param kind fee or penalty
 * @param timing when it is due
 * @param basis what {@code value} is
 * @param value an amount in major units or a percentage, positive
 * @param on the date for {@link ChargeTiming#DATE}, else null
 */
public record ChargeTerms(
    String name,
    ChargeKind kind,
    ChargeTiming timing,
    ChargeBasis basis,
    BigDecimal value,
    @Nullable LocalDate on) {

  private static final int LONGEST_NAME = 100;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

  /**
   * Checks the parts.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if the name is empty or long, {@link
   *     Rule#AMOUNT_NOT_POSITIVE} if the value is not positive, {@link Rule#TERMS_CONTRADICT} if a
   *     date is missing or not wanted
   */
  public ChargeTerms {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refused(
          Rule.OUT_OF_RANGE, "charges.name", "A charge needs a name of at most 100 characters.");
    }
    Ranges.requirePositive("charges.value", value, LARGEST);
    Dates.requireBelievable("charges.on", on);
    if ((on != null) != (timing == ChargeTiming.DATE)) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "charges.on",
          "A charge has a date of its own exactly if it is due on a date.");
    }
  }
}
