package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.plan.PaidBefore;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestMethod;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    InterestTurn turn = InterestTurn.before(book);
    book.cutToPayoffOn = null;
    PaidBefore kept = PaidInAdvance.beforeTerms(book, firstTouched(event));
    InstallmentAccount moved = null;
    switch (event) {
      case LoanEvent.RateChanged _ when book.interestIsFixed -> {
        // What is owed was spread as a sum; a rate has nothing to work on.
      }
      case LoanEvent.RateChanged e -> {
        if (!book.interestBearing && e.annualRatePercent().signum() > 0) {
          book.interestBearing = true;
          tellWhatWasPaid(e.from().minusDays(1));
        }
        book.plan().changeRate(e.from(), e.annualRatePercent(), kept);
      }
      case LoanEvent.TermExtended e -> extend(e, kept);
      case LoanEvent.InterestPaused e -> book.plan().pause(e.from(), e.to(), kept);
      case LoanEvent.DueDateMoved e -> {
        LocalDate due = isBullet() ? book.plan().maturity() : e.dueOn();
        moved = moveDueDates(e);
        book.plan().moveDueDate(due, e.newDueOn(), book.dueDateRule, kept);
      }
      default -> throw new IllegalStateException("Not a change of terms: " + event);
    }
    if (book.planStands) {
      long principal = book.asked(Part.PRINCIPAL);
      takeFromPlan(event.countsOn(), moved);
      if (book.follows() && book.closedOn == null) {
        book.takeFromPlan(event.countsOn());
      }
      book.bringPrincipalTo(principal, event.countsOn());
    }
    noteTurn(turn, event);
  }

  /** Returns the first due date that is touched, at the earliest; one that moves may be past. */
  private static LocalDate firstTouched(LoanEvent event) {
    return event instanceof LoanEvent.DueDateMoved moved && moved.dueOn().isBefore(event.countsOn())
        ? moved.dueOn()
        : event.countsOn();
  }

  /**
   * Without interest nothing followed payments; where it does from now on, the plan learns of those
   * before. No day until then bore any, so that all may count on the last one.
   */
  private void tellWhatWasPaid(LocalDate on) {
    if (book.follows() && book.planStands) {
      for (InstallmentAccount account : book.ordinary()) {
        long paid = account.paid(Part.PRINCIPAL);
        book.plan().payPrincipal(account.fromOn, account.dueOn, on, paid);
      }
    }
  }

  /** Interest of days gone by stays; terms count from the night before their first day. */
  private void noteTurn(InterestTurn turn, LoanEvent event) {
    LocalDate dayBefore = event.countsOn().minusDays(1);
    switch (event) {
      case LoanEvent.InterestPaused pause -> turn.pausedBetween(dayBefore, pause.to());
      case LoanEvent.DueDateMoved _ -> noteMoved(turn, event.on());
      default -> turn.after(dayBefore);
    }
  }

  /** Days without interest may reach past the due date that moves: they bear none still. */
  private void noteMoved(InterestTurn turn, LocalDate on) {
    LocalDate paused = book.plan().pausedUntil(on);
    if (paused == null) {
      turn.after(on);
    } else {
      turn.pausedBetween(on, paused);
    }
  }

  /** Flat interest is one sum for the whole term; there is no balance that could bear another. */
  private void requireInterestOnBalance(LoanEvent event) {
    if (isFlat() && (book.interestBearing || event instanceof LoanEvent.RateChanged)) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "kind",
          "Flat interest was agreed as one sum for the whole term; another rate, more time or a"
              + " pause needs a new schedule.");
    }
  }

  private void extend(LoanEvent.TermExtended event, PaidBefore kept) {
    CalendarTerms calendar = book.terms.repayment().calendar();
    int count = book.plan().periods().size();
    LocalDate last = book.plan().periods().getLast().due();
    LocalDate start = book.tranches.getFirst().on();
    if (calendar.dueDates() == null && calendar.fixedLength() == null) {
      CalendarTerms longer = calendar.withRepayments(count + event.installments());
      List<Period> asked = DueDates.of(longer, start);
      if (asked.get(count - 1).to().equals(last)) {
        List<Period> bearing = DueDates.forInterest(longer, start);
        book.plan()
            .extend(
                event.from(),
                asked.subList(count, asked.size()),
                bearing.subList(count, asked.size()),
                kept);
        return;
      }
    }
    List<Period> asked = book.dueDateRule.after(last, event.installments());
    List<Period> bearing =
        book.dueDateRule.bearingAfter(last, book.plan().maturity(), event.installments());
    book.plan().extend(event.from(), asked, bearing, kept);
  }

  /** Returns the installment whose due date it was. */
  private InstallmentAccount moveDueDates(LoanEvent.DueDateMoved event) {
    InstallmentAccount target = book.accountHolding(event.dueOn());
    if (target == null || target.isAdditional()) {
      throw new Refused(
          Rule.INSTALLMENT_UNKNOWN, "dueOn", "No installment is due on " + event.dueOn() + ".");
    }
    LocalDate from = isBullet() ? book.plan().periods().getLast().from() : target.fromOn;
    if (!event.newDueOn().isAfter(from)) {
      throw new Refused(
          Rule.DATE_TOO_EARLY, "newDueOn", "The due date must be after " + from + ".");
    }
    book.dueDateRule = book.dueDateRule.movedTo(event.newDueOn());
    List<InstallmentAccount> ordinary = book.ordinary();
    int place = ordinary.indexOf(target);
    target.dueOn = event.newDueOn();
    List<InstallmentAccount> later = ordinary.subList(place + 1, ordinary.size());
    Iterator<Period> periods = book.dueDateRule.after(target.dueOn, later.size()).iterator();
    for (InstallmentAccount account : later) {
      Period period = periods.next();
      account.fromOn = period.from();
      account.dueOn = period.to();
    }
    return target;
  }

  private boolean isFlat() {
    return book.terms.interest().method() == InterestMethod.FLAT;
  }

  private boolean isBullet() {
    return book.terms.repayment().amortization() == Amortization.BULLET;
  }

  /**
   * Lets open installments ask for what the plan says.
   *
   * @param moved the one whose due date moved, which asks for interest of the days that it gained
   *     even if it was paid before, but where interest was agreed as a sum; null for none
   */
  private void takeFromPlan(LocalDate from, @Nullable InstallmentAccount moved) {
    if (isBullet()) {
      takeBulletFromPlan(from);
      return;
    }
    for (PlanPeriod period : book.plan().periods()) {
      InstallmentAccount account = book.accountOf(period);
      if (account == null) {
        account = new InstallmentAccount(InstallmentKind.REGULAR, period.from(), period.due());
        book.accounts.add(account);
        book.putInOrder();
        book.takeFromPlan(account, period, from);
      } else if (!from.isAfter(account.dueOn)) {
        takeFromPlan(account, period, from, account == moved);
      }
    }
  }

  private void takeFromPlan(
      InstallmentAccount account, PlanPeriod period, LocalDate from, boolean isMoved) {
    if (!account.isPaid()) {
      book.takeFromPlan(account, period, from);
    } else if (isMoved && book.closedOn == null && !isFlat()) {
      account.ask(Part.INTEREST, period.interest());
      account.noteCompletion(from);
    }
  }

  /** The one installment is due when the plan ends and asks for the interest of all its periods. */
  private void takeBulletFromPlan(LocalDate from) {
    InstallmentAccount account = book.ordinary().getFirst();
    account.dueOn = book.plan().periods().getLast().due();
    account.ask(Part.INTEREST, book.plan().interestRoundedOnce());
    account.noteCompletion(from);
  }
}
