package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.plan.LivingPlan;
import io.loanwright.engine.plan.PaidBefore;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.replay.Book.Tranche;
import io.loanwright.engine.schedule.DownPayment;
import io.loanwright.engine.schedule.DueDateRule;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.schedule.ScheduleColumns;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.TrancheTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Money that goes out, and income that is added to the principal. */
final class Disbursing {

  private final Book book;

  Disbursing(Book book) {
    this.book = book;
  }

  void disburse(LoanEvent.Disbursed event) {
    Posting entry =
        new Posting(event.id(), EntryKind.DISBURSEMENT, event.on(), event.amount().minor());
    if (book.isDisbursed()) {
      lendMore(event, entry);
    } else {
      lendFirst(event);
    }
    book.postings.add(entry);
    noteChargesAtDisbursement(event);
  }

  private void noteChargesAtDisbursement(LoanEvent.Disbursed event) {
    Split charges = book.atDisbursement;
    if (book.tranches.size() == 1 && !charges.isZero()) {
      Posting entry =
          new Posting(
              event.id(), EntryKind.CHARGES_AT_DISBURSEMENT, event.on(), charges.total().minor());
      entry.note(Part.FEE, charges.fees().minor());
      entry.note(Part.PENALTY, charges.penalties().minor());
      book.postings.add(entry);
    }
  }

  private void lendFirst(LoanEvent.Disbursed event) {
    long down = DownPayment.minor(book.terms, event.amount().minor());
    book.tranches.add(new Tranche(event.on(), event.amount().minor()));
    ScheduleColumns schedule = ScheduleColumns.of(book.terms, event.on(), event.amount());
    List<Period> spans = schedule.periods();
    CalendarTerms calendar = book.terms.repayment().calendar();
    LocalDate counted =
        calendar.firstDueOn() == null ? spans.getFirst().from() : calendar.firstDueOn();
    book.dueDateRule = DueDateRule.of(calendar, counted.getDayOfMonth());
    book.setPlan(() -> planOf(schedule, event.on(), event.amount().minor() - down));
    takeSchedule(schedule, event.on());
    if (book.follows()) {
      book.takeFromPlan(event.on());
    }
  }

  private LivingPlan planOf(ScheduleColumns schedule, LocalDate on, long lent) {
    LivingPlan plan = LivingPlan.of(book.terms, schedule);
    plan.lendAsScheduled(on, lent, schedule);
    return plan;
  }

  private void requireEqualInstallments() {
    if (book.terms.repayment().amortization() != Amortization.EQUAL_INSTALLMENTS) {
      throw new Refused(
          Rule.DISBURSEMENT_NOT_ALLOWED,
          "on",
          "Only a loan in equal installments, or with interest on its balance, can lend more later.");
    }
  }

  private void takeSchedule(ScheduleColumns schedule, LocalDate on) {
    for (int row = 0; row < schedule.count(); row++) {
      InstallmentAccount account = InstallmentAccount.of(schedule, row);
      account.noteCompletion(on);
      book.accounts.add(account);
    }
    book.atDisbursement = schedule.atDisbursement();
  }

  private void addDownPayment(LocalDate on, long down) {
    InstallmentAccount account = new InstallmentAccount(InstallmentKind.DOWN_PAYMENT, on, on);
    account.ask(Part.PRINCIPAL, down);
    int index = 0;
    while (index < book.accounts.size()
        && !book.accounts.get(index).isAdditional()
        && !book.accounts.get(index).dueOn.isAfter(on)) {
      index++;
    }
    book.accounts.add(index, account);
  }

  private void lend(LocalDate on, long minor) {
    PaidBefore kept = PaidInAdvance.beforeMoney(book, on);
    if (book.terms.servicing().tranche() == TrancheTerm.WHOLE && book.tranches.size() > 1) {
      book.plan().lendForWholeTerm(on, minor, kept);
    } else {
      book.plan().lend(on, minor, kept);
    }
  }

  /**
   * Installments with a set principal repay more money as if the rest had been agreed anew, which
   * says nothing of interest that was agreed as one sum, nor of a plan that stands no more.
   */
  private void requireThatMoreIsSpread() {
    boolean isSpread =
        book.planStands
            && book.terms.interest().method() == InterestMethod.DECLINING_BALANCE
            && book.terms.servicing().tranche() == TrancheTerm.REMAINING;
    if (!isSpread) {
      requireEqualInstallments();
    }
  }

  private void lendMore(LoanEvent.Disbursed event, Posting entry) {
    requireThatMoreIsSpread();
    book.countOverdue(event.on());
    long down = DownPayment.minor(book.terms, event.amount().minor());
    long lent = event.amount().minor() - down;
    book.tranches.add(new Tranche(event.on(), event.amount().minor()));
    if (down > 0) {
      addDownPayment(event.on(), down);
    }
    long principal = Math.addExact(book.asked(Part.PRINCIPAL), lent);
    InterestTurn turn = InterestTurn.before(book);
    book.cutToPayoffOn = null;
    if (book.planStands) {
      lend(event.on(), lent);
      if (isBullet()) {
        askAtTheEnd(event.on(), lent);
      } else {
        askByPlan(event.on(), lent);
      }
    } else {
      spread(event.on(), lent);
    }
    book.bringPrincipalTo(principal, event.on());
    if (book.planStands) {
      turn.after(dayThatCounts(event.on()));
    }
    new Levies(book).renewInstallmentFees();
    new Receiving(book).coverFromExcess(entry);
    book.closeIfNothingIsOwed(event.on());
  }

  /** Interest of days gone by stays, but of a period that money counts for as a whole. */
  private LocalDate dayThatCounts(LocalDate on) {
    boolean hasOwnTerm = book.terms.servicing().tranche() == TrancheTerm.WHOLE;
    LocalDate counts = hasOwnTerm ? on : book.plan().dayThatCounts(on);
    return counts.isAfter(on) ? on : counts;
  }

  private boolean isBullet() {
    return book.terms.repayment().amortization() == Amortization.BULLET;
  }

  /** The one installment of a bullet loan asks for all, or is followed by one if it is past. */
  private void askAtTheEnd(LocalDate on, long minor) {
    InstallmentAccount account = book.ordinary().getLast();
    if (account.dueOn.isBefore(on)) {
      book.additionalDue(on).askMore(Part.PRINCIPAL, minor);
      return;
    }
    account.askMore(Part.PRINCIPAL, minor);
    account.ask(Part.INTEREST, book.plan().interestRoundedOnce());
    account.noteCompletion(on);
  }

  /** Lets installments ask for what the plan says; after the last one there is one more. */
  private void askByPlan(LocalDate on, long minor) {
    boolean afterTheEnd = book.ordinary().stream().allMatch(account -> account.dueOn.isBefore(on));
    if (afterTheEnd) {
      book.additionalDue(on).askMore(Part.PRINCIPAL, minor);
      return;
    }
    for (PlanPeriod period : book.plan().periods()) {
      InstallmentAccount account = book.accountOf(period);
      if (account == null) {
        account = new InstallmentAccount(InstallmentKind.REGULAR, period.from(), period.due());
        book.accounts.add(account);
      }
      if (!period.due().isBefore(on)) {
        book.takeFromPlan(account, period, on);
      }
    }
  }

  /** Spreads principal evenly over the installments to come; the last one takes what is left. */
  private void spread(LocalDate on, long minor) {
    List<InstallmentAccount> open = new ArrayList<>();
    for (InstallmentAccount account : book.ordinary()) {
      if (account.dueOn.isAfter(on)) {
        open.add(account);
      }
    }
    if (open.isEmpty()) {
      open.add(book.additionalDue(on));
    }
    Even even = Even.of(minor, open.size(), null);
    long left = minor;
    for (InstallmentAccount account : open) {
      long before = account.asked(Part.PRINCIPAL);
      long raised = Even.toMultiple(before + even.each(), book.terms) - before;
      long more = account == open.getLast() ? left : raised;
      account.askMore(Part.PRINCIPAL, more);
      account.noteCompletion(on);
      left -= more;
    }
  }

  void capitalize(LoanEvent.Capitalized event) {
    requireEqualInstallments();
    long minor = event.amount().minor();
    Posting entry = new Posting(event.id(), EntryKind.CAPITALIZED, event.on(), minor);
    entry.note(Part.PRINCIPAL, minor);
    book.countOverdue(event.on());
    book.tranches.add(new Tranche(event.on(), minor));
    long principal = book.asked(Part.PRINCIPAL) + minor;
    InterestTurn turn = InterestTurn.before(book);
    book.cutToPayoffOn = null;
    if (book.planStands) {
      book.plan().capitalize(event.on(), minor, PaidInAdvance.beforeMoney(book, event.on()));
      askByPlan(event.on(), minor);
    } else {
      spread(event.on(), minor);
    }
    book.bringPrincipalTo(principal, event.on());
    turn.after(event.on());
    book.postings.add(entry);
    new Receiving(book).coverFromExcess(entry);
    book.closeIfNothingIsOwed(event.on());
  }
}
