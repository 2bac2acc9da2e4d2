package io.loanwright.engine.replay;

import io.loanwright.engine.Refusal;
import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.Dates;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of a loan, from its terms and its events. */
public final class Replay {

  private Replay() {}

  /**
   * Returns the state of a loan on a date.
   *
   * @param terms what was agreed
   * @param events everything that happened, in any order; those with a later value date are left
   *     out
   * @param asOf the date, in the years 1900 to 2999
   * @throws Refused with the rule that was broken if the events do not make a history: a payment
   *     before the disbursement, an amount that is not positive or in another currency, a reversal
   *     of what is not there, an identifier twice, or a figure that does not fit 64 bits
   */
  public static LoanPosition position(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    Dates.requireBelievable("asOf", asOf);
    try {
      for (LoanEvent event : events) {
        Dates.requireBelievable("on", event.on());
        Dates.requireBelievable("from", event.countsOn());
      }
      return Course.of(terms, new History(events).until(asOf)).position(asOf);
    } catch (ArithmeticException _) {
      throw new Refused(
          Rule.FIGURE_TOO_LARGE, "amount", "A figure of this loan becomes too large.");
    }
  }

  /**
   * Tells what a new event would do, or why it cannot be.
   *
   * <p>A back-dated event is put in its place and everything after it is followed again. Nothing is
   * kept: the caller records the event if it was accepted.
   *
   * @param terms what was agreed
   * @param history what happened so far; must be a history that {@link #position} takes
   * @param event what is to be added
   * @param asOf the business date; the event must not lie after it
   * @throws Refused if the history itself is broken
   */
  public static Acceptance accept(
      LoanTerms terms, List<LoanEvent> history, LoanEvent event, LocalDate asOf) {
    LoanPosition before = position(terms, history, asOf);
    Optional<Refusal> refusal = objection(terms, history, event, before);
    if (refusal.isPresent()) {
      return new Acceptance.Declined(refusal.get());
    }
    List<LoanEvent> events = new ArrayList<>(history);
    events.add(event);
    try {
      return new Acceptance.Accepted(before, position(terms, events, asOf));
    } catch (Refused e) {
      return new Acceptance.Declined(e.refusal());
    }
  }

  private static Optional<Refusal> objection(
      LoanTerms terms, List<LoanEvent> history, LoanEvent event, LoanPosition before) {
    if (event.on().isAfter(before.asOf())) {
      return Optional.of(
          new Refusal(
              Rule.DATE_TOO_LATE, "on", "The value date must not be after " + before.asOf() + "."));
    }
    return switch (event) {
      case LoanEvent.Disbursed _,
          LoanEvent.Capitalized _,
          LoanEvent.CashRefunded _,
          LoanEvent.ExcessRefunded _,
          LoanEvent.ChargedBack _,
          LoanEvent.ChargeAdded _,
          LoanEvent.ChargeWaived _,
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
          Optional.empty();
      case LoanEvent.Credited _ -> objectionToMoney(before);
      case LoanEvent.Repaid e ->
          objectionToMoney(before).or(() -> objectionToTarget(e, position(terms, history, e.on())));
    };
  }

  private static Optional<Refusal> objectionToMoney(LoanPosition before) {
    return before.phase() == LoanPhase.CLOSED
        ? Optional.of(
            new Refusal(Rule.LOAN_CLOSED, "amount", "The loan is closed; nothing is owed."))
        : Optional.empty();
  }

  private static Optional<Refusal> objectionToTarget(LoanEvent.Repaid event, LoanPosition then) {
    Integer target = event.targetInstallment();
    if (target == null || then.phase() == LoanPhase.NOT_DISBURSED) {
      return Optional.empty();
    }
    if (target < 1 || target > then.installments().size()) {
      return Optional.of(
          new Refusal(
              Rule.INSTALLMENT_UNKNOWN,
              "targetInstallment",
              "The loan has installments 1 to %d.".formatted(then.installments().size())));
    }
    return then.installments().get(target - 1).outstanding().isZero()
        ? Optional.of(
            new Refusal(
                Rule.INSTALLMENT_PAID,
                "targetInstallment",
                "Installment %d is paid already.".formatted(target)))
        : Optional.empty();
  }
}
