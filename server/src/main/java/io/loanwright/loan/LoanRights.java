package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Relatives;
import io.loanwright.engine.money.Money;
import io.loanwright.identity.RoleLimits;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.loan.rule.GivenAway;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Who borrows, and who therefore keeps out of a loan: the one place that says that nobody decides
 * about a loan of his own or of a declared relative, nor pays it out, and over how much his role
 * lets him decide.
 */
@Component
class LoanRights {

  private final Borrowers borrowers;
  private final Relatives relatives;

  LoanRights(Borrowers borrowers, Relatives relatives) {
    this.borrowers = borrowers;
    this.relatives = relatives;
  }

  /** Returns who borrows. */
  Optional<Borrower> of(Loan loan) {
    return borrowers.find(loan.parties().borrowerId(), Reach.everything());
  }

  /** Returns a borrower in reach whom nobody changes until the transaction ends. */
  Optional<Borrower> hold(UUID id, Reach reach) {
    return borrowers.hold(id, reach);
  }

  /** Whoever borrows, or is declared as a relative of who does, decides nothing of it. */
  Optional<Refusal> ownLoan(Caller caller, UUID borrowerId) {
    return ownLoan(caller, borrowerId, () -> relatives.isRelative(caller.userId(), borrowerId));
  }

  /** The same of the borrower of a loan. */
  Optional<Refusal> ownLoan(Caller caller, Loan loan) {
    return ownLoan(caller, loan.parties().borrowerId());
  }

  /** The same, by what was read with the loan. */
  static Optional<Refusal> ownLoan(Caller caller, Loan loan, Circumstances seen) {
    return ownLoan(caller, loan.parties().borrowerId(), seen::isOfRelative);
  }

  private static Optional<Refusal> ownLoan(
      Caller caller, UUID borrowerId, BooleanSupplier isOfRelative) {
    if (borrowerId.equals(caller.borrowerId())) {
      return Optional.of(new Refusal.MakerIsChecker());
    }
    return isOfRelative.getAsBoolean()
        ? Optional.of(new Refusal.DeclaredRelative())
        : Optional.empty();
  }

  /** Whoever was blocked since the application gets no money any more. */
  Optional<Refusal> blocked(Loan loan) {
    return of(loan).flatMap(BorrowerRules::mayBorrow);
  }

  /** Nobody pays himself out, or a relative, nor anybody who is blocked. */
  Optional<Refusal> mayPayOut(Caller caller, Borrower borrower) {
    return ownLoan(caller, borrower.id()).or(() -> BorrowerRules.mayBorrow(borrower));
  }

  /** The same of the borrower of a loan, by what was read with it. */
  static Optional<Refusal> mayPayOut(Caller caller, Loan loan, Circumstances seen) {
    return ownLoan(caller, loan, seen).or(() -> BorrowerRules.mayBorrow(seen.isBlocked()));
  }

  /** Whoever may decide a step is none who made or decided before, and holds its role. */
  Optional<Refusal> mayDecide(
      Caller caller, Loan loan, List<ApprovalStep> steps, ApprovalStep step) {
    return mayDecide(caller, loan, steps, step, () -> ownLoan(caller, loan));
  }

  /** The same, with the question whether it is a loan of his own. */
  static Optional<Refusal> mayDecide(
      Caller caller,
      Loan loan,
      List<ApprovalStep> steps,
      ApprovalStep step,
      Supplier<Optional<Refusal>> ownLoan) {
    return ApprovalRules.notTheMaker(caller, loan)
        .or(ownLoan)
        .or(() -> ApprovalRules.anotherPerson(caller, steps))
        .or(() -> ApprovalRules.holdsStep(caller, step));
  }

  /** The same of relatives alone, where borrowers may do it for themselves. */
  Optional<Refusal> ofRelative(Caller caller, UUID borrowerId) {
    return relatives.isRelative(caller.userId(), borrowerId)
        ? Optional.of(new Refusal.DeclaredRelative())
        : Optional.empty();
  }

  /** Whether the caller keeps out of the loans of any of some borrowers. */
  boolean keepsOutOfAny(Caller caller, Collection<UUID> borrowerIds) {
    UUID own = caller.borrowerId();
    return (own != null && borrowerIds.contains(own))
        || relatives.isAnyRelative(caller.userId(), borrowerIds);
  }

  /** Nobody decides about more than his role may. */
  static Optional<Refusal> withinLimit(Caller caller, Permission permission, Money amount) {
    return RoleLimits.above(caller, permission, amount)
        .map(most -> new Refusal.AboveRoleLimit(permission, most));
  }

  /** The charges of a loan that somebody gives up, one after the other, are within his limit. */
  Optional<Refusal> chargesWithinLimit(Caller caller, HeldLoan held, RecordedEvent wanted) {
    Money all = GivenAway.ofCharges(held.loan().terms(), held.events(), wanted, caller.userId());
    return withinLimit(caller, Permission.CHARGE_WAIVE, all);
  }

  /**
   * The interest of a loan that somebody gives up, in whatever way, is within his limit; terms that
   * take nothing off are, in whatever currency.
   */
  Optional<Refusal> interestWithinLimit(Caller caller, HeldLoan held, RecordedEvent wanted) {
    Money all = GivenAway.ofInterest(held.loan().terms(), held.events(), wanted, caller.userId());
    return all.isZero() ? Optional.empty() : withinLimit(caller, Permission.INTEREST_WAIVE, all);
  }
}
