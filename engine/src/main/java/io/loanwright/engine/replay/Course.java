package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of a loan: follows its events one by one and keeps what came of them. */
final class Course {

  private final LoanTerms terms;
  private final Book book;
  private final Disbursing disbursing;
  private final GivingBack givingBack;
  private final List<LoanEvent> followed = new ArrayList<>();
  private final List<Long> rightAfterFollowed = new ArrayList<>();
  private LocalDate end;
  private MoneyAhead ahead = MoneyAhead.none();
  private int paysOffTogether = -1;
  private int triedUntil = -1;

  /**
   * Prepares to follow events.
   *
   * @param end the day that ends what is known: no penalty is laid for a later one
   */
  Course(LoanTerms terms, LocalDate end) {
    this.terms = terms;
    this.end = end;
    this.book = new Book(terms);
    this.disbursing = new Disbursing(book);
    this.givingBack = new GivingBack(book);
  }

  /** Follows all events that count on a date. */
  static Course of(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    return of(terms, events, events.size(), asOf);
  }

  /** Follows the first so many of all events that count on a date. */
  static Course of(LoanTerms terms, List<LoanEvent> events, int count, LocalDate asOf) {
    Course course = new Course(terms, asOf);
    for (int i = 0; i < count; i++) {
      course.followNext(events);
    }
    return course;
  }

  /** Follows the first of all events that count on a date that was not followed yet. */
  void followNext(List<LoanEvent> events) {
    int next = followed.size();
    follow(events.get(next), rightAfter(events, next));
  }

  /** Returns how much money comes in right after an event on its day, in minor units. */
  private long rightAfter(List<LoanEvent> events, int index) {
    ahead = ahead.at(events, index);
    if (index <= paysOffTogether) {
      return MoneyOfDay.ENOUGH;
    }
    if (ahead.end() <= index || !History.isMoneyIn(events.get(index))) {
      return 0;
    }
    if (!ahead.isMixed(index)) {
      return ahead.left();
    }
    List<LoanEvent> ofDay = events.subList(index, ahead.end());
    if (index > triedUntil && mayPayOff(ofDay)) {
      tryTogether(index, ofDay);
    }
    return index <= paysOffTogether ? MoneyOfDay.ENOUGH : 0;
  }

  /**
   * Tells whether money of a day reaches the principal, at least, and may do so for less together
   * than one after the other: not if the first of it pays the loan off anyway, nor if nothing falls
   * away that it could pay for.
   */
  private boolean mayPayOff(List<LoanEvent> ofDay) {
    Payoff payoff = new Payoff(book, ofDay.getFirst().countsOn());
    return book.isDisbursed()
        && payoff.endsTheLoan()
        && MoneyOfDay.mayReach(ofDay, book.owed(Part.PRINCIPAL), book.excess)
        && !paysOff(payoff, ofDay.getFirst())
        && !isSameAnyway(payoff, ofDay);
  }

  /** Penalties may fall before the money is used, where there are any. */
  private boolean paysOff(Payoff payoff, LoanEvent first) {
    return book.lateness == null && payoff.isReachedBy(MoneyOfDay.comesIn(first));
  }

  private static boolean isSameAnyway(Payoff payoff, List<LoanEvent> ofDay) {
    return payoff.isAllThatIsAsked() && MoneyOfDay.asksForNothingLater(ofDay);
  }

  /**
   * Finds out whether money of a day pays the loan off together, whatever is between, if nothing of
   * it pays for what falls away, and whether it needs less for that: it is followed both ways.
   * Where all of it does not, nor does what comes later.
   *
   * @param index the place of the first of it
   */
  private void tryTogether(int index, List<LoanEvent> ofDay) {
    PaidOff together = paidOff(ofDay, MoneyOfDay.ENOUGH);
    if (together == null) {
      triedUntil = index + ofDay.size() - 1;
      return;
    }
    PaidOff oneByOne = paidOff(ofDay, 0);
    if (oneByOne == null || oneByOne.isDearerThan(together)) {
      paysOffTogether = index + together.place();
    } else {
      triedUntil = index + oneByOne.place();
    }
  }

  /**
   * How a loan was paid off.
   *
   * @param place the place of the event that did it among those of the day
   * @param excess what was over
   */
  private record PaidOff(int place, long excess) {

    boolean isDearerThan(PaidOff other) {
      return place == other.place ? excess < other.excess : place > other.place;
    }
  }

  private @Nullable PaidOff paidOff(List<LoanEvent> ofDay, long rightAfter) {
    Course trial = again(followed.size());
    try {
      for (int i = 0; i < ofDay.size(); i++) {
        trial.follow(ofDay.get(i), rightAfter);
        if (History.isMoneyIn(ofDay.get(i)) && trial.book.closedOn != null) {
          return new PaidOff(i, trial.book.excess);
        }
      }
    } catch (Refused _) {
      return null;
    }
    return null;
  }

  /** Returns the day of the first money that paid a loan off; null if none did. */
  static @Nullable LocalDate paidOffOn(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    Course course = new Course(terms, asOf);
    for (LoanEvent event : events) {
      course.followNext(events);
      boolean isPaidOff =
          course.book.closedOn != null && course.book.standing != Book.Standing.WRITTEN_OFF;
      if (isPaidOff && History.isMoneyIn(event)) {
        return event.countsOn();
      }
    }
    return null;
  }

  /** Returns a course that has followed the first so many events of this one. */
  private Course again(int count) {
    Course again = new Course(terms, end);
    for (int i = 0; i < count; i++) {
      again.follow(followed.get(i), rightAfterFollowed.get(i));
    }
    return again;
  }

  /**
   * Follows one event.
   *
   * @param rightAfter how much money comes in right after it on its day, in minor units
   * @throws Refused if the event cannot follow the ones before
   */
  void follow(LoanEvent event, long rightAfter) {
    if (!(event instanceof LoanEvent.Disbursed)) {
      requireDisbursed();
    }
    requireAmount(event);
    passDaysBefore(event);
    AfterEnding.requirePossible(event, book.standing);
    if (!History.isMoneyIn(event)) {
      book.undoCut(event.countsOn());
    }
    switch (event) {
      case LoanEvent.Disbursed e -> disbursing.disburse(e);
      case LoanEvent.Capitalized e -> disbursing.capitalize(e);
      case LoanEvent.Repaid e -> repay(e, rightAfter);
      case LoanEvent.Credited e -> credit(e, rightAfter);
      case LoanEvent.CashRefunded e ->
          new Receiving(book)
              .giveBack(new Posting(e.id(), EntryKind.CASH_REFUND, e.on(), e.amount().minor()));
      case LoanEvent.ExcessRefunded e -> givingBack.refundExcess(e);
      case LoanEvent.ChargedBack e -> givingBack.chargeBack(e);
      case LoanEvent.ChargeAdded e -> new Levies(book).add(e);
      case LoanEvent.ChargeWaived e -> new Levies(book).waive(e);
      case LoanEvent.InterestWaived e -> new WaivingInterest(book).waive(e);
      case LoanEvent.ChargedOff e -> new Ending(book).chargeOff(e);
      case LoanEvent.Terminated e -> new Ending(book).terminate(e);
      case LoanEvent.WrittenOff e -> new Ending(book).writeOff(e);
      case LoanEvent.ReAged e -> new ReAging(book).reAge(e);
      case LoanEvent.ReAmortized e -> new ReAmortizing(book).reAmortize(e);
      case LoanEvent.RateChanged _,
          LoanEvent.TermExtended _,
          LoanEvent.InterestPaused _,
          LoanEvent.DueDateMoved _ ->
          new Rescheduling(book).follow(event);
      case LoanEvent.Reversed _ -> throw new IllegalStateException("Reversals are never followed");
    }
    if (event instanceof LoanEvent.InterestPaused pause && book.lateness != null) {
      book.lateness.pause(pause);
    }
    followed.add(event);
    rightAfterFollowed.add(rightAfter);
  }

  /** Lets penalties fall until the day of an event; terms agreed for a day hold for those too. */
  private void passDaysBefore(LoanEvent event) {
    if (book.lateness != null) {
      LocalDate day = event.countsOn();
      passDays(History.isAgreedForWholeDay(event) ? day.minusDays(1) : day);
    }
  }

  /** Lets penalties fall until a day, or until the end of what is known. */
  void passDays(LocalDate day) {
    if (book.lateness != null) {
      book.lateness.passUntil(day.isAfter(end) ? end : day);
    }
  }

  /** Knows of a later day from now on; penalties until then fall with what is followed next. */
  void knowUntil(LocalDate day) {
    end = day;
  }

  private void repay(LoanEvent.Repaid event, long rightAfter) {
    new Receiving(book, rightAfter)
        .receive(
            new Posting(event.id(), EntryKind.REPAYMENT, event.on(), event.amount().minor()),
            MoneyKind.REPAYMENT,
            event.targetInstallment());
  }

  private void credit(LoanEvent.Credited event, long rightAfter) {
    new Receiving(book, rightAfter)
        .receive(
            new Posting(event.id(), EntryKind.CREDIT, event.on(), event.amount().minor()),
            event.kind(),
            null);
    if (terms.servicing().interestRefundedFor().contains(event.kind())) {
      List<LoanEvent> history = new ArrayList<>(followed);
      history.add(event);
      new InterestRefund(book, history).give(event);
    }
  }

  private void requireDisbursed() {
    if (!book.isDisbursed()) {
      throw new Refused(
          Rule.BEFORE_DISBURSEMENT, "on", "Nothing can happen before the money went out.");
    }
  }

  private void requireAmount(LoanEvent event) {
    Money amount = amountOf(event);
    if (amount == null) {
      return;
    }
    if (!amount.currency().equals(terms.currency())) {
      throw new Refused(
          Rule.CURRENCY_DIFFERS,
          "amount",
          "The amount is in %s, the loan in %s.".formatted(amount.currency(), terms.currency()));
    }
    if (!amount.isPositive()) {
      throw new Refused(Rule.AMOUNT_NOT_POSITIVE, "amount", "The amount must be more than zero.");
    }
  }

  private static @Nullable Money amountOf(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Disbursed e -> e.amount();
      case LoanEvent.Capitalized e -> e.amount();
      case LoanEvent.Repaid e -> e.amount();
      case LoanEvent.Credited e -> e.amount();
      case LoanEvent.CashRefunded e -> e.amount();
      case LoanEvent.ExcessRefunded e -> e.amount();
      case LoanEvent.ChargedBack e -> e.amount();
      case LoanEvent.ChargeAdded e -> e.amount();
      case LoanEvent.InterestWaived e -> e.amount();
      case LoanEvent.ChargeWaived _,
          LoanEvent.ChargedOff _,
          LoanEvent.Terminated _,
          LoanEvent.WrittenOff _,
          LoanEvent.ReAged _,
          LoanEvent.ReAmortized _,
          LoanEvent.RateChanged _,
          LoanEvent.TermExtended _,
          LoanEvent.InterestPaused _,
          LoanEvent.DueDateMoved _,
          LoanEvent.Reversed _ ->
          null;
    };
  }

  Book book() {
    return book;
  }

  /** Returns the interest that all installments ask for if each is paid on a day. */
  long interestDueOn(LocalDate day) {
    return book.plan().interestDueOn(day);
  }

  /**
   * Tells whether another event can be followed though a position was asked for: not if interest on
   * late payments was counted until its day, or days on which penalties may fall passed since the
   * event.
   */
  boolean goesOnAfterPosition(LoanEvent event) {
    return !book.follows() && (book.lateness == null || book.lateness.isStillTimeFor(event));
  }

  /** Returns what came of the events followed so far. */
  LoanPosition position(LocalDate asOf) {
    if (!book.isDisbursed()) {
      return new Positions(book).at(asOf, payoffOn(asOf));
    }
    passDays(asOf);
    Tally quoted = book.endsOtherwiseIfPaidOff() ? new Payoff(book, asOf).quoted() : null;
    book.countOverdue(asOf);
    return new Positions(book).at(asOf, quoted == null ? payoffOn(asOf) : quoted);
  }

  /** Returns what pays the loan off on a day, part by part. */
  private Tally payoffOn(LocalDate day) {
    if (!book.isDisbursed() || book.closedOn != null) {
      return new Tally();
    }
    Payoff payoff = new Payoff(book, day);
    Tally parts = payoff.parts();
    int earlier = MoneyOfDay.countBefore(day, followed);
    if (!payoff.isLessThanWasPaidFor()
        || followed.subList(earlier, followed.size()).stream().noneMatch(History::isMoneyIn)) {
      return parts;
    }
    Tally anew = payoffAfterMoneyUsedAnew(day, earlier);
    return anew.sum() < parts.sum() ? anew : parts;
  }

  /**
   * Returns what pays the loan off after money of the same day, which is used anew together with
   * it: what it had paid for and falls away then makes the amount smaller.
   */
  private Tally payoffAfterMoneyUsedAnew(LocalDate day, int earlier) {
    Course anew = again(earlier);
    for (int i = earlier; i < followed.size(); i++) {
      anew.follow(followed.get(i), MoneyOfDay.ENOUGH);
    }
    return new Payoff(anew.book, day).parts();
  }
}
