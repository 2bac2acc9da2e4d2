package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.plan.Owed;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.schedule.DueDateRule;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is owed goes on a new schedule.
 *
 * <p>Installments due before the day keep what was paid of them. What was paid of later ones stays
 * in one installment due on the day. New installments follow, from the plan where interest follows
 * payments and evenly where it does not.
 */
final class ReAging {

  private final Book book;

  ReAging(Book book) {
    this.book = book;
  }

  void reAge(LoanEvent.ReAged event) {
    book.countOverdue(event.countsOn());
    boolean byPlan = book.interestBearing && book.recalculates();
    switch (event.schedule().interest()) {
      case RECOMPUTED, WAIVED -> {
        if (byPlan) {
          recompute(event);
        } else {
          spreadByHand(event);
        }
      }
      case SPREAD_ACCRUED, SPREAD_ALL -> {
        if (byPlan) {
          spreadByPlan(event);
        } else {
          spreadByHand(event);
        }
      }
    }
    NewSchedule schedule = event.schedule();
    int anchorDay = schedule.firstDueOn().getDayOfMonth();
    book.dueDateRule = DueDateRule.ofDistances(schedule.every(), schedule.unit(), anchorDay);
    mergeAdditional(event.countsOn());
    book.putInOrder();
    book.closeIfNothingIsOwed(event.countsOn());
  }

  /** An installment after the old last one is no longer one where the new schedule ends later. */
  private void mergeAdditional(LocalDate on) {
    InstallmentAccount additional = book.additional();
    if (additional == null) {
      return;
    }
    InstallmentAccount into =
        book.ordinary().stream()
            .filter(account -> !account.dueOn.isBefore(additional.dueOn))
            .findFirst()
            .orElse(null);
    boolean staysApart = additional.dueOn.isBefore(on) && additional.asked() > 0;
    if (into == null || staysApart) {
      return;
    }
    Tally paid = new Tally();
    long inAdvance = additional.handOverPayments(paid);
    for (Part part : Tally.PARTS) {
      into.askMore(part, additional.asked(part) + paid.of(part));
    }
    into.takeOverPayments(paid, inAdvance);
    into.credit(additional.creditedPrincipal());
    into.noteCompletion(on);
    book.accounts.remove(additional);
  }

  private void recompute(LoanEvent.ReAged event) {
    Owed owed =
        new Owed(book.plan().unpaidPrincipal(), book.plan().unpaidInterestUntil(event.countsOn()));
    Tally paidAhead = new Tally();
    long inAdvance = handOver(event.countsOn(), paidAhead);
    book.plan().reAge(event.countsOn(), event.schedule());
    rebuild(event.countsOn(), paidAhead, inAdvance);
    note(event, owed, 0, 0);
  }

  private void spreadByPlan(LoanEvent.ReAged event) {
    boolean accrued = event.schedule().interest() == MovedInterest.SPREAD_ACCRUED;
    Owed owed = book.plan().owedUntil(accrued ? event.countsOn() : book.plan().maturity());
    long fees = book.owed(Part.FEE);
    long penalties = book.owed(Part.PENALTY);
    int count = event.schedule().installments();
    Even feesEach = Even.of(fees, count, null);
    Even penaltiesEach = Even.of(penalties, count, null);
    book.interestIsFixed = true;
    liftCharges();
    Tally paidAhead = new Tally();
    long inAdvance = handOver(event.countsOn(), paidAhead);
    book.plan()
        .reAgeEvenly(
            event.countsOn(),
            event.schedule(),
            owed,
            Math.addExact(fees, penalties),
            Math.addExact(feesEach.each(), penaltiesEach.each()));
    List<InstallmentAccount> added = rebuild(event.countsOn(), paidAhead, inAdvance);
    for (int i = 1; i <= added.size(); i++) {
      InstallmentAccount account = added.get(i - 1);
      account.askMore(Part.FEE, feesEach.part(i, added.size()));
      account.askMore(Part.PENALTY, penaltiesEach.part(i, added.size()));
      account.noteCompletion(event.countsOn());
    }
    note(event, owed, fees, penalties);
  }

  private void liftCharges() {
    for (InstallmentAccount account : book.accounts) {
      account.askMore(Part.FEE, -account.owed(Part.FEE));
      account.askMore(Part.PENALTY, -account.owed(Part.PENALTY));
    }
  }

  /** Takes what was paid of installments that are not past due out of them. */
  private long handOver(LocalDate on, Tally into) {
    long inAdvance = 0;
    for (InstallmentAccount account : book.ordinary()) {
      if (!account.dueOn.isBefore(on)) {
        inAdvance += account.handOverPayments(into);
      }
    }
    return inAdvance;
  }

  /**
   * Makes installments follow the plan again.
   *
   * @return the new ones
   */
  private List<InstallmentAccount> rebuild(LocalDate on, Tally paidAhead, long inAdvance) {
    Tally chargesAhead = new Tally();
    List<InstallmentAccount> later =
        book.ordinary().stream().filter(account -> !account.dueOn.isBefore(on)).toList();
    for (InstallmentAccount account : later) {
      chargesAhead.add(Part.FEE, account.owed(Part.FEE));
      chargesAhead.add(Part.PENALTY, account.owed(Part.PENALTY));
    }
    book.accounts.removeAll(later);
    List<InstallmentAccount> added = new ArrayList<>();
    for (PlanPeriod period : book.plan().periods()) {
      InstallmentAccount account = book.accountOf(period);
      if (account == null) {
        account = new InstallmentAccount(InstallmentKind.REGULAR, period.from(), period.due());
        account.reAged = true;
        book.accounts.add(account);
        if (period.holdsEarlyPayments()) {
          account.takeOverPayments(paidAhead, inAdvance);
          account.ask(Part.FEE, paidAhead.of(Part.FEE));
          account.ask(Part.PENALTY, paidAhead.of(Part.PENALTY));
        } else {
          added.add(account);
        }
      }
      book.takeFromPlan(account, period, on);
    }
    book.accounts.removeIf(this::isEmptyWithoutPeriod);
    if (!added.isEmpty()) {
      added.getFirst().askMore(Part.FEE, chargesAhead.of(Part.FEE));
      added.getFirst().askMore(Part.PENALTY, chargesAhead.of(Part.PENALTY));
      added.getFirst().noteCompletion(on);
    }
    return added;
  }

  /** Tells whether an installment was cut short, and is part of the one that was cut after it. */
  private boolean isEmptyWithoutPeriod(InstallmentAccount account) {
    return account.isOrdinary()
        && account.asked() == 0
        && book.plan().periods().stream().noneMatch(period -> period.due().equals(account.dueOn));
  }

  private void spreadByHand(LoanEvent.ReAged event) {
    NewSchedule schedule = event.schedule();
    Tally owed = lift(event.countsOn(), schedule.interest());
    if (schedule.interest() == MovedInterest.SPREAD_ACCRUED) {
      owed.set(Part.INTEREST, book.plan().owedUntil(event.countsOn()).interest());
    }
    endOnTheDay(event.countsOn());
    book.planStands = false;
    addEvenly(event.countsOn(), schedule, owed);
    note(
        event,
        new Owed(owed.of(Part.PRINCIPAL), owed.of(Part.INTEREST)),
        owed.of(Part.FEE),
        owed.of(Part.PENALTY));
  }

  private Tally lift(LocalDate on, MovedInterest interest) {
    Tally owed = new Tally();
    for (InstallmentAccount account : book.accounts) {
      move(account, Part.PRINCIPAL, owed);
      switch (interest) {
        case RECOMPUTED -> {}
        case WAIVED -> account.askMore(Part.INTEREST, -account.owed(Part.INTEREST));
        case SPREAD_ACCRUED, SPREAD_ALL -> {
          move(account, Part.INTEREST, owed);
          move(account, Part.FEE, owed);
          move(account, Part.PENALTY, owed);
        }
      }
      account.noteCompletion(on);
    }
    return owed;
  }

  private static void move(InstallmentAccount account, Part part, Tally into) {
    long minor = account.owed(part);
    into.add(part, minor);
    account.askMore(part, -minor);
  }

  /**
   * Cuts the installment in progress short; it takes what was paid of those after it, which fall
   * away.
   */
  private void endOnTheDay(LocalDate on) {
    InstallmentAccount current = book.accountHolding(on);
    if (current == null || current.isAdditional()) {
      return;
    }
    Tally paidAhead = new Tally();
    long inAdvance = handOver(on, paidAhead);
    List<InstallmentAccount> ordinary = book.ordinary();
    int index = ordinary.indexOf(current);
    InstallmentAccount before = index > 0 ? ordinary.get(index - 1) : null;
    if (before != null && before.cutShort && before.asked() == 0) {
      current.fromOn = before.fromOn;
      book.accounts.remove(before);
    }
    current.cutShort = current.cutShort || !current.dueOn.equals(on);
    current.dueOn = on;
    current.reAged = true;
    current.takeOverPayments(paidAhead, inAdvance);
    for (Part part : Tally.PARTS) {
      current.ask(part, current.asked(part) + paidAhead.of(part));
    }
    current.noteCompletion(on);
    book.accounts.removeIf(account ->
        !account.isDownPayment() && !account.isAdditional() && account.dueOn.isAfter(on));
  }

  /**
   * Adds installments of one size, to the multiple that was agreed. None asks for more principal
   * than is left, nor for less than none because of its interest and charges.
   */
  private void addEvenly(LocalDate on, NewSchedule schedule, Tally owed) {
    int count = schedule.installments();
    Even interest = Even.of(owed.of(Part.INTEREST), count, null);
    Even fees = Even.of(owed.of(Part.FEE), count, null);
    Even penalties = Even.of(owed.of(Part.PENALTY), count, null);
    long each =
        Even.of(owed.sum(), count, Even.multiple(book.terms)).each()
            - interest.each()
            - fees.each()
            - penalties.each();
    long left = owed.of(Part.PRINCIPAL);
    LocalDate due = schedule.firstDueOn();
    int anchor = due.getDayOfMonth();
    for (int i = 0; i < count; i++) {
      long principal = i == count - 1 ? left : Math.clamp(each, 0, left);
      left -= principal;
      InstallmentAccount account = new InstallmentAccount(InstallmentKind.REGULAR, due, due);
      account.reAged = true;
      account.ask(Part.PRINCIPAL, principal);
      account.ask(Part.INTEREST, interest.part(i + 1, count));
      account.ask(Part.FEE, fees.part(i + 1, count));
      account.ask(Part.PENALTY, penalties.part(i + 1, count));
      account.noteCompletion(on);
      book.accounts.add(account);
      due = DueDates.next(due, schedule.every(), schedule.unit(), anchor);
    }
  }

  private void note(LoanEvent.ReAged event, Owed owed, long fees, long penalties) {
    long total = Math.addExact(owed.total(), Math.addExact(fees, penalties));
    if (total == 0) {
      return;
    }
    Posting entry = new Posting(event.id(), EntryKind.RE_AGE, event.countsOn(), total);
    entry.note(Part.PRINCIPAL, owed.principal());
    entry.note(Part.INTEREST, owed.interest());
    entry.note(Part.FEE, fees);
    entry.note(Part.PENALTY, penalties);
    book.postings.add(entry);
  }
}
