package io.loanwright.engine.explain;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.ChargeOffEffect;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What derivations start from.
 *
 * @param terms what was agreed
 * @param events the events that count, in the order in which they were followed
 * @param position what they make of the loan
 * @param first the event that started the schedule
 * @param planned the schedule as it was then
 * @param later what is asked about, where these are the facts of an earlier day; else null
 */
record Facts(
    LoanTerms terms,
    List<LoanEvent> events,
    LoanPosition position,
    LoanEvent.Disbursed first,
    Schedule planned,
    @Nullable Facts later) {

  static Facts of(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    LoanPosition position = Replay.position(terms, events, asOf);
    List<LoanEvent> counted = Replay.order(events, asOf);
    LoanEvent.Disbursed first =
        counted.stream()
            .filter(LoanEvent.Disbursed.class::isInstance)
            .map(LoanEvent.Disbursed.class::cast)
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Rule.BEFORE_DISBURSEMENT,
                    "asOf",
                    "No money had gone out by " + asOf + "; there is nothing to explain."));
    Schedule planned = Schedule.of(terms, first.on(), first.amount());
    return new Facts(terms, counted, position, first, planned, null);
  }

  /**
   * Returns the facts that the first events made.
   *
   * @param count how many of them, at least 1
   * @param on the day of the state
   */
  Facts until(int count, LocalDate on) {
    LoanPosition then = Replay.positionAfter(terms, events, count, on);
    return new Facts(terms, events.subList(0, count), then, first, planned, latest());
  }

  /** Returns the facts right before money came in on a day. */
  Facts beforeMoneyOf(LocalDate on) {
    int count = 1;
    while (count < events.size() && !isMoneyOf(events.get(count), on)) {
      count++;
    }
    return until(count, on);
  }

  private static boolean isMoneyOf(LoanEvent event, LocalDate on) {
    boolean isMoney = event instanceof LoanEvent.Repaid || event instanceof LoanEvent.Credited;
    return isMoney && event.countsOn().equals(on);
  }

  private boolean isLatest() {
    return events.size() == latest().events.size();
  }

  /** Returns the facts that the first events made, if the schedule stood and nobody paid. */
  Facts asAgreedUntil(int count, LocalDate on) {
    LoanTerms standing = terms.withRecalculation(RecalculationTerms.NONE);
    List<LoanEvent> agreed = events.subList(0, count).stream().filter(Facts::isAgreed).toList();
    LoanPosition then = Replay.positionAfter(standing, agreed, agreed.size(), on);
    return new Facts(standing, agreed, then, first, planned, latest());
  }

  private static boolean isAgreed(LoanEvent event) {
    return event instanceof LoanEvent.Disbursed
        || event instanceof LoanEvent.Capitalized
        || event instanceof LoanEvent.RateChanged
        || event instanceof LoanEvent.TermExtended
        || event instanceof LoanEvent.DueDateMoved
        || event instanceof LoanEvent.InterestPaused;
  }

  /** Returns the facts that are asked about. */
  Facts latest() {
    return later == null ? this : later;
  }

  Amounts amounts() {
    return new Amounts(terms.currency());
  }

  LocalDate asOf() {
    return position.asOf();
  }

  /** Tells whether interest follows payments; it does from the first rate on that bears any. */
  boolean follows() {
    return recalculates()
        && bearsInterest()
        && events.stream()
            .noneMatch(event ->
                event instanceof LoanEvent.ChargedOff || event instanceof LoanEvent.Terminated);
  }

  private boolean bearsInterest() {
    return terms.interest().annualRatePercent().signum() > 0
        || events.stream()
            .anyMatch(event ->
                event instanceof LoanEvent.RateChanged rate
                    && rate.annualRatePercent().signum() > 0);
  }

  boolean recalculates() {
    return terms.interestFollowsPayments();
  }

  /** Tells whether a payoff amount below the sum of all installments ends the loan. */
  boolean payoffEndsTheLoan() {
    return !recalculates()
        && terms.recalculation().payoff() != PayoffInterest.AS_SCHEDULED
        && events.stream()
            .noneMatch(event ->
                event instanceof LoanEvent.ChargedOff
                    || event instanceof LoanEvent.Terminated
                    || event instanceof LoanEvent.WrittenOff);
  }

  /** Returns what the money that came in last, on the day, paid of an installment. */
  Split paidLast(int installment) {
    Split sum = Split.zero(terms.currency());
    for (int i = events.size() - 1; i >= 0 && isUsedAnew(events.get(i)); i--) {
      for (Allocation.Share share : sharesOf(events.get(i))) {
        sum = share.installment() == installment ? sum.plus(share.split()) : sum;
      }
    }
    return sum;
  }

  /** Money of the day is used anew with what pays the loan off. */
  private boolean isUsedAnew(LoanEvent event) {
    return event.countsOn().equals(asOf()) && Replay.addsUpWithMoneyOfItsDay(event);
  }

  private List<Allocation.Share> sharesOf(LoanEvent event) {
    return position.allocationOf(event.id()).map(Allocation::shares).orElse(List.of());
  }

  /** Tells whether installments ask for what they asked for when the money went out. */
  boolean standsAsPlanned() {
    return !follows() && events.stream().noneMatch(this::changesThePlan);
  }

  /** Tells whether installments ask for something else since an event. */
  boolean changesThePlan(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Disbursed e -> !e.equals(first);
      case LoanEvent.ChargedOff _ -> terms.servicing().chargeOff() != ChargeOffEffect.NONE;
      case LoanEvent.Repaid _,
          LoanEvent.Credited _,
          LoanEvent.CashRefunded _,
          LoanEvent.ChargeAdded _,
          LoanEvent.ChargeWaived _,
          LoanEvent.InterestWaived _,
          LoanEvent.WrittenOff _,
          LoanEvent.Reversed _ ->
          false;
      case LoanEvent.Capitalized _,
          LoanEvent.ExcessRefunded _,
          LoanEvent.ChargedBack _,
          LoanEvent.Terminated _,
          LoanEvent.ReAged _,
          LoanEvent.ReAmortized _,
          LoanEvent.RateChanged _,
          LoanEvent.TermExtended _,
          LoanEvent.InterestPaused _,
          LoanEvent.DueDateMoved _ ->
          true;
    };
  }

  /**
   * Tells whether an event changes what installments to come ask for so long after one fell due
   * that it made nothing of that one: dates move to working days, but not by a month. One that was
   * added later is made by what added it, whenever it falls due.
   */
  boolean isTooLateFor(Installment row, LoanEvent event) {
    boolean isForThoseToCome =
        switch (event) {
          case LoanEvent.Disbursed _,
              LoanEvent.Capitalized _,
              LoanEvent.RateChanged _,
              LoanEvent.TermExtended _,
              LoanEvent.InterestPaused _ ->
              true;
          default -> false;
        };
    return isForThoseToCome
        && event.countsOn().isAfter(row.dueOn().plusMonths(1))
        && !row.dueOn().isAfter(plannedRows().getLast().dueOn())
        && events.stream().noneMatch(Facts::movesDueDates);
  }

  private static boolean movesDueDates(LoanEvent event) {
    return event instanceof LoanEvent.DueDateMoved || event instanceof LoanEvent.ReAged;
  }

  /** Returns a reference to interest of an installment, or its name where it is another one now. */
  Why nameOfInterest(Installment row) {
    for (InstallmentPosition position : latest().position.installments()) {
      Installment now = position.installment();
      if (now.kind() == row.kind()
          && now.fromOn().equals(row.fromOn())
          && now.dueOn().equals(row.dueOn())
          && now.interest().equals(row.interest())) {
        return new Why.OfInstallment(InstallmentFigure.INTEREST, now.number(), now.dueOn());
      }
    }
    return latest().changedAfter(isLatest() ? 1 : events.size())
        ? new Why.BeforeChange(InstallmentFigure.INTEREST, row.number())
        : new Why.BeforePayoff(InstallmentFigure.INTEREST, row.number());
  }

  private boolean changedAfter(int count) {
    return events.subList(count, events.size()).stream().anyMatch(this::changesThePlan);
  }

  List<LoanEvent.Disbursed> disbursements() {
    return events.stream()
        .filter(LoanEvent.Disbursed.class::isInstance)
        .map(LoanEvent.Disbursed.class::cast)
        .toList();
  }

  /** Returns the rows that repay the loan, without down payments and rows for charges only. */
  List<InstallmentPosition> regularRows() {
    return position.installments().stream()
        .filter(row -> row.installment().kind() == InstallmentKind.REGULAR)
        .toList();
  }

  List<Installment> plannedRows() {
    return planned.installments().stream()
        .filter(row -> row.kind() == InstallmentKind.REGULAR)
        .toList();
  }

  /** Returns the state on the day of a payment or credit, right before it was followed. */
  LoanPosition before(Allocation allocation) {
    return Replay.positionAfter(terms, events, place(allocation), allocation.on());
  }

  /** Returns how many events were followed before; all of its day, for refunded interest. */
  private int place(Allocation allocation) {
    int place = 0;
    while (place < events.size() && isBefore(events.get(place), allocation)) {
      place++;
    }
    return place;
  }

  private static boolean isBefore(LoanEvent event, Allocation allocation) {
    return !event.id().equals(allocation.event()) && !event.countsOn().isAfter(allocation.on());
  }
}
