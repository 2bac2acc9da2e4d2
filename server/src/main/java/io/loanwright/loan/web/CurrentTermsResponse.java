package io.loanwright.loan.web;

import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.loan.CurrentTerms;
import io.loanwright.loan.LoanView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a loan as they are, with all that was agreed since the contract.
 *
 * @param annualRate nominal, percent a year
 * @param repayments how many installments in all
 * @param interestFreeUntil the last of days without interest, on one of them
 * @param lastDueOn the last due date
 */
@Schema(name = "CurrentTerms")
record CurrentTermsResponse(
    String annualRate,
    int repayments,
    @Nullable LocalDate interestFreeUntil,
    @Nullable LocalDate lastDueOn) {

  static CurrentTermsResponse of(LoanView view) {
    CurrentTerms terms = view.current();
    List<InstallmentPosition> rows = view.position().installments();
    return new CurrentTermsResponse(
        terms.annualRatePercent().toPlainString(),
        terms.repayments(),
        terms.interestFreeUntil(),
        rows.isEmpty() ? null : rows.getLast().installment().dueOn());
  }
}
