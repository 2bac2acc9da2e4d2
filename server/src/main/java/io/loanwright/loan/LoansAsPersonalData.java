package io.loanwright.loan;

import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.ledger.Idempotency;
import io.loanwright.loan.store.KeptLoans;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells what loans keep of a borrower. */
@Component
@Order(1)
class LoansAsPersonalData implements PersonalDataHolder {

  private final KeptLoans loans;
  private final Idempotency answers;

  LoansAsPersonalData(KeptLoans loans, Idempotency answers) {
    this.loans = loans;
    this.answers = answers;
  }

  @Override
  public String part() {
    return "loans";
  }

  @Override
  public String export(UUID borrowerId) {
    return loans.of(borrowerId);
  }

  @Override
  public Optional<Hold> hold(UUID borrowerId) {
    return loans.isAnyOpen(borrowerId) ? Optional.of(Hold.LOAN_OPEN) : Optional.empty();
  }

  @Override
  public Optional<LocalDate> lastDay(UUID borrowerId) {
    return loans.lastDay(borrowerId);
  }

  /** The answers to commands on his loans have his name. */
  @Override
  public void erase(UUID borrowerId) {
    answers.forget(borrowerId);
  }
}
