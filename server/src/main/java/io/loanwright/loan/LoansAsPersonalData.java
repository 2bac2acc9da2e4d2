package io.loanwright.loan;

import io.loanwright.access.Reach;
import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.ledger.Idempotency;
import io.loanwright.loan.store.KeptLoans;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells what loans keep of a borrower. */
@Component
@Order(1)
class LoansAsPersonalData implements PersonalDataHolder {

  private final KeptLoans loans;
  private final Borrowers borrowers;
  private final Idempotency answers;

  LoansAsPersonalData(KeptLoans loans, Borrowers borrowers, Idempotency answers) {
    this.loans = loans;
    this.borrowers = borrowers;
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

  /** Rows about his loans have reasons, notes and purposes in them that somebody typed. */
  @Override
  public List<Thing> traces(UUID borrowerId) {
    return loans.ids(borrowerId).stream().map(id -> new Thing("loan", id, null)).toList();
  }

  /** The answers to commands on his loans have his name, and what was typed. */
  @Override
  public void erase(UUID borrowerId) {
    UUID person = borrowers.find(borrowerId, Reach.everything()).map(Borrower::userId).orElse(null);
    loans.forgetWords(borrowerId, person);
    answers.forget(borrowerId);
  }
}
