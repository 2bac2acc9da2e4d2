package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an installment costs that is not paid in time.
 *
 * <p>It is paid in time until the end of the last day of tolerance. On the day after, before
 * anything else happens, the first penalty is laid on it, and then one every so many days as long
 * as something but penalties is unpaid of it, at most {@link #MOST_DAYS} in all.
 *
 * @param toleranceDays how many days after the due date a payment is in time, 0 to 90
 * @param basis what {@code value} is
 * @param value an amount in major units, or a percentage of at most 100; positive
 * @param repeatEveryDays how many days lie between two penalties, 1 to 366; null for one penalty an
 *     installment
 * @param capPercentOfPrincipal all penalties for lateness of a loan together are at most so many
 *     percent of what was lent; null for no such cap
 * @param capPerInstallment the penalties of one installment together are at most this amount in
 *     major units; null for no such cap
 */
public record LatePenaltyTerms(
    int toleranceDays,
    PenaltyBasis basis,
    BigDecimal value,
    @Nullable Integer repeatEveryDays,
    @Nullable BigDecimal capPercentOfPrincipal,
    @Nullable BigDecimal capPerInstallment) {

  /** On so many days at most an installment gets a penalty: every day for a year. */
  public static final int MOST_DAYS = 366;

  private static final int LONGEST_TOLERANCE = 90;
  private static final int LONGEST_REPEAT = 366;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

  /**
   * Checks the parts.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} or {@link Rule#AMOUNT_NOT_POSITIVE} for a figure that
   *     no lender agrees, {@link Rule#TERMS_CONTRADICT} if penalties repeat without a cap
   */
  public LatePenaltyTerms {
    Ranges.require("penalty.toleranceDays", toleranceDays, 0, LONGEST_TOLERANCE);
    Ranges.requirePositive("penalty.value", value, basis == PenaltyBasis.FIXED ? LARGEST : WHOLE);
    if (repeatEveryDays != null) {
      Ranges.require("penalty.repeatEveryDays", repeatEveryDays, 1, LONGEST_REPEAT);
    }
    Ranges.requirePositive("penalty.capPercentOfPrincipal", capPercentOfPrincipal, WHOLE);
    Ranges.requirePositive("penalty.capPerInstallment", capPerInstallment, LARGEST);
    if (repeatEveryDays != null && capPercentOfPrincipal == null && capPerInstallment == null) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "penalty.capPercentOfPrincipal",
          "A penalty that repeats grows for as long as nobody pays: name a cap.");
    }
  }

  /** Returns a penalty that is laid once, without a cap. */
  public static LatePenaltyTerms once(int toleranceDays, PenaltyBasis basis, BigDecimal value) {
    return new LatePenaltyTerms(toleranceDays, basis, value, null, null, null);
  }
}
