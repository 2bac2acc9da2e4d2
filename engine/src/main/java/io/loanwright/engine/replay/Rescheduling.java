package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InterestMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Terms that are changed while the loan runs: another rate, more installments, a pause. */
final class Rescheduling {

  private final Book book;

  Rescheduling(Book book) {
    this.book = book;
  }

  void follow(LoanEvent event) {
    if (!(event instanceof LoanEvent.DueDateMoved)) {
      requireInterestOnBalance(event);
    }
    switch (event) {
      case LoanEvent.RateChanged _ when book.interestIsFixed -> {
        // What is owed was spread as a sum; a rate has nothing to work on.
      }
      case LoanEvent.RateChanged e -> {
        book.interestBearing = book.interestBearing || e.annualRatePercent().signum() > 0;
        book.plan().changeRate(e.from(), e.annualRatePercent());
      }
      case LoanEvent.TermExtended e -> extend(e);
      case LoanEvent.InterestPaused e -> book.plan().pause(e.from(), e.to());
      case LoanEvent.DueDateMoved e -> {
        moveDueDates(e);
        book.plan().moveDueDate(e.dueOn(), e.newDueOn(), book.every, book.unit);
      }
      default -> throw new IllegalStateException("Not a change of terms: " + event);
    }
    if (book.planStands) {
      long principal = book.asked(Part.PRINCIPAL);
      takeFromPlan(event.countsOn());
      book.bringPrincipalTo(principal, event.countsOn());
    }
  }

  /** What else was agreed has no interest or no installment that a new term could change. */
  private void requireInterestOnBalance(LoanEvent event) {
    boolean isFlat =
        book.terms.interest().method() == InterestMethod.FLAT
            && (book.interestBearing || event instanceof LoanEvent.RateChanged);
    if (isFlat || book.terms.repayment().amortization() != Amortization.EQUAL_INSTALLMENTS) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "kind",
          "Only a loan in equal installments with interest on the balance takes another rate or"
              + " term while it runs.");
    }
  }

  private void extend(LoanEvent.TermExtended event) {
    List<Period> more = new ArrayList<>();
    LocalDate from = book.plan().maturity();
    for (int i = 0; i < event.installments(); i++) {
      LocalDate due = DueDates.next(from, book.every, book.unit, book.anchorDay);
      more.add(new Period(from, due));
      from = due;
    }
    book.plan().extend(event.from(), more);
  }

  private void moveDueDates(LoanEvent.DueDateMoved event) {
    InstallmentAccount target = book.accountHolding(event.dueOn());
    if (target == null || target.isAdditional()) {
      throw new Refused(
          Rule.INSTALLMENT_UNKNOWN, "dueOn", "No installment is due on " + event.dueOn() + ".");
    }
    if (!event.newDueOn().isAfter(target.fromOn)) {
      throw new Refused(
          Rule.DATE_TOO_EARLY, "newDueOn", "The due date must be after " + target.fromOn + ".");
    }
    book.anchorDay = event.newDueOn().getDayOfMonth();
    LocalDate to = event.newDueOn();
    boolean reached = false;
    for (InstallmentAccount account : book.ordinary()) {
      if (reached) {
        account.fromOn = to;
        to = DueDates.next(to, book.every, book.unit, book.anchorDay);
        account.dueOn = to;
      } else if (account == target) {
        account.dueOn = to;
        reached = true;
      }
    }
  }

  private void takeFromPlan(LocalDate from) {
    for (PlanPeriod period : book.plan().periods()) {
      InstallmentAccount account = book.accountOf(period);
      if (account == null) {
        account = new InstallmentAccount(InstallmentKind.REGULAR, period.from(), period.due());
        book.accounts.add(account);
        book.putInOrder();
        book.takeFromPlan(account, period, from);
      } else if (!account.isSettled() && !from.isAfter(account.dueOn)) {
        book.takeFromPlan(account, period, from);
      }
    }
  }
}
