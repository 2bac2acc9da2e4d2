package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the figure of an installment is made.
 *
 * @param rounding how it is rounded
 * @param multipleOf the multiple that it is rounded to, in major units, such as 10; null for the
 *     minor unit
 * @param fixedAmount the installment where it was agreed and not computed, in major units; with
 *     equal principal, the principal of each; the last one takes the remainder
 */
public record InstallmentTerms(
    InstallmentRounding rounding,
    @Nullable BigDecimal multipleOf,
    @Nullable BigDecimal fixedAmount) {

  private static final BigDecimal LARGEST_MULTIPLE = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(1_000_000_000_000_000L);

  /**
   * Checks the ranges.
   *
   * @throws Refused {@link Rule#AMOUNT_NOT_POSITIVE} if a multiple or an amount is given and not
   *     positive, {@link Rule#OUT_OF_RANGE} if it is too large
   */
  public InstallmentTerms {
    Ranges.requirePositive("installmentMultipleOf", multipleOf, LARGEST_MULTIPLE);
    Ranges.requirePositive("fixedInstallment", fixedAmount, LARGEST_AMOUNT);
  }

  /** Returns installments rounded to the minor unit in a named way. */
  public static InstallmentTerms of(InstallmentRounding rounding) {
    return new InstallmentTerms(rounding, null, null);
  }
}
