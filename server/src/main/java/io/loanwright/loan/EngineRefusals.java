package io.loanwright.loan;

import io.loanwright.engine.Refusal;
import io.loanwright.engine.Rule;

/** What the engine's refusals are called here. */
final class EngineRefusals {

  private EngineRefusals() {}

  /** Returns the refusal of terms: some values can never be right, others do not fit together. */
  static io.loanwright.loan.Refusal ofTerms(Refusal refusal) {
    return switch (refusal.rule()) {
      case CURRENCY_UNKNOWN, TOO_MANY_DECIMALS, OUT_OF_RANGE, AMOUNT_NOT_POSITIVE ->
          new io.loanwright.loan.Refusal.Invalid(refusal.field(), refusal.message());
      default -> new io.loanwright.loan.Refusal.TermsRefused(refusal.field(), refusal.message());
    };
  }

  /**
   * Returns the refusal of an event.
   *
   * @param refusal what the engine said
   * @param event the event that was offered
   */
  static io.loanwright.loan.Refusal of(Refusal refusal, RecordedEvent event) {
    boolean installment =
        refusal.rule() == Rule.INSTALLMENT_UNKNOWN || refusal.rule() == Rule.INSTALLMENT_PAID;
    if (installment
        && event.what() instanceof Happening.Repayment repayment
        && repayment.targetInstallment() != null) {
      return new io.loanwright.loan.Refusal.InstallmentNotPayable(refusal.message());
    }
    return new io.loanwright.loan.Refusal.EventNotAccepted(refusal.message());
  }
}
