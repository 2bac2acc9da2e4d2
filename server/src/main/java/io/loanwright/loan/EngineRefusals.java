package io.loanwright.loan;

import io.loanwright.engine.Refusal;
import io.loanwright.web.FieldError;

/** What the engine's refusals are called here. */
final class EngineRefusals {

  private EngineRefusals() {}

  /** Returns the refusal of terms: some values can never be right, others do not fit together. */
  static io.loanwright.loan.Refusal ofTerms(Refusal refusal) {
    return switch (refusal.rule()) {
      case CURRENCY_UNKNOWN, TOO_MANY_DECIMALS, OUT_OF_RANGE, AMOUNT_NOT_POSITIVE ->
          new io.loanwright.loan.Refusal.Invalid(
              refusal.field(), FieldError.message(refusal.field(), refusal.message()));
      default -> new io.loanwright.loan.Refusal.TermsRefused(refusal.field(), refusal.message());
    };
  }

  /** Returns the refusal of an event. */
  static io.loanwright.loan.Refusal ofEvent(Refusal refusal) {
    return switch (refusal.rule()) {
      case INSTALLMENT_UNKNOWN ->
          new io.loanwright.loan.Refusal.InstallmentUnknown(refusal.message());
      case MORE_THAN_THERE_IS -> new io.loanwright.loan.Refusal.MoreThanThereIs(refusal.message());
      case LOAN_CHARGED_OFF, LOAN_TERMINATED, LOAN_WRITTEN_OFF ->
          new io.loanwright.loan.Refusal.LoanGivenUp(refusal.message());
      case INSTALLMENT_PAID -> new io.loanwright.loan.Refusal.InstallmentPaid(refusal.message());
      default -> new io.loanwright.loan.Refusal.EventNotAccepted(refusal.message());
    };
  }
}
