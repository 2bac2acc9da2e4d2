package io.loanwright.loan.rule;

import io.loanwright.borrower.Borrower;
import io.loanwright.loan.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** To whom is lent. */
public final class BorrowerRules {

  private BorrowerRules() {}

  /** A blocked borrower gets no loan, however far it has come. */
  public static Optional<Refusal> mayBorrow(Borrower borrower) {
    return mayBorrow(borrower.isBlocked());
  }

  /** The same, where no more is known of the borrower. */
  public static Optional<Refusal> mayBorrow(boolean isBlocked) {
    return isBlocked ? Optional.of(new Refusal.BorrowerBlocked()) : Optional.empty();
  }

  /**
   * Nobody owes from a day on which he could not sign yet, and no firm from before it was.
   *
   * @param on the day from which the borrower owes
   */
  public static Optional<Refusal> mayHaveBorrowed(Borrower borrower, LocalDate on) {
    LocalDate from = borrower.particulars().borrowsFrom();
    return from != null && on.isBefore(from)
        ? Optional.of(new Refusal.DateBeforeBorrower(borrower.particulars().kind()))
        : Optional.empty();
  }
}
