package io.loanwright.loan.web;

import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for lateness.
 *
 * @param toleranceDays for how many days after its due date a payment is in time
 * @param value an amount for FIXED, else percent
 * @param repeatEveryDays how many days lie between two penalties; null: one an installment
 * @param capPercentOfPrincipal all penalties of the loan are at most so many percent of what was
 *     lent
 * @param capPerInstallment the penalties of one installment are at most this amount
 */
@Schema(name = "LoanPenaltyTerms")
record PenaltyTerms(
    int toleranceDays,
    PenaltyBasis basis,
    String value,
    @Nullable Integer repeatEveryDays,
    @Nullable String capPercentOfPrincipal,
    @Nullable String capPerInstallment) {

  static @Nullable PenaltyTerms of(@Nullable LatePenaltyTerms terms) {
    return terms == null
        ? null
        : new PenaltyTerms(
            terms.toleranceDays(),
            terms.basis(),
            terms.value().toPlainString(),
            terms.repeatEveryDays(),
            text(terms.capPercentOfPrincipal()),
            text(terms.capPerInstallment()));
  }

  private static @Nullable String text(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.toPlainString();
  }
}
