package io.loanwright.loan.rule;

import io.loanwright.borrower.Borrower;
import io.loanwright.loan.Refusal;
import java.util.Optional;

/** To whom is lent. */
public final class BorrowerRules {

  private BorrowerRules() {}

  /** A blocked borrower gets no loan, however far it has come. */
  public static Optional<Refusal> mayBorrow(Borrower borrower) {
    return borrower.isBlocked() ? Optional.of(new Refusal.BorrowerBlocked()) : Optional.empty();
  }
}
