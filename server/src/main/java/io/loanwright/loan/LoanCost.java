package io.loanwright.loan;

import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.terms.LoanTerms;
import java.util.Optional;

/**
 * What a loan costs in a year, fees included, by a schedule that was shown to the borrower.
 *
 * @param by which schedule; empty for a loan that was taken over: what it had cost is not known
 * @param cost the rates by both laws
 */
public record LoanCost(Optional<FrozenSchedule.Kind> by, CostOfCredit cost) {

  static final LoanCost UNKNOWN =
      new LoanCost(Optional.empty(), new CostOfCredit(Optional.empty(), Optional.empty()));

  static LoanCost of(FrozenSchedule frozen, LoanTerms terms) {
    return new LoanCost(
        Optional.of(frozen.kind()),
        CostOfCredit.of(frozen.schedule(), terms.repayment().calendar(), frozen.madeOn()));
  }
}
