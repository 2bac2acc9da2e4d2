package io.loanwright.engine.replay;

import io.loanwright.engine.Refusal;
import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Dates;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      return courseOf(terms, new History(events), asOf).position(asOf);
    } catch (ArithmeticException _) {
      throw tooLarge();
    }
  }

  /**
   * Returns the events that count on a date in the order in which they are followed, without those
   * reversed and reversals.
   *
   * @throws Refused as {@link #position} does for events that do not make a history
   */
  public static List<LoanEvent> order(List<LoanEvent> events, LocalDate asOf) {
    return new History(events).until(asOf);
  }

  /**
   * Tells whether money that came in before an event on its day is used anew with money after it
   * that pays the loan off.
   */
  public static boolean addsUpWithMoneyOfItsDay(LoanEvent event) {
    return MoneyOfDay.addsUp(event);
  }

  /**
   * Returns the state that the first events of a history made.
   *
   * @param ordered the events that count, as {@link #order} returns them
   * @param count how many of them were followed
   * @param on the day of the state
   * @throws Refused as {@link #position} does
   */
  public static LoanPosition positionAfter(
      LoanTerms terms, List<LoanEvent> ordered, int count, LocalDate on) {
    try {
      return Course.of(terms, ordered, count, on).position(on);
    } catch (ArithmeticException _) {
      throw tooLarge();
    }
  }

  /**
   * Returns the day of the first money after which a loan owed nothing; null if there is none.
   *
   * @param ordered the events that count, as {@link #order} returns them
   * @param asOf the day of the last of them or a later one
   * @throws Refused as {@link #position} does
   */
  public static @Nullable LocalDate paidOffOn(
      LoanTerms terms, List<LoanEvent> ordered, LocalDate asOf) {
    try {
      return Course.paidOffOn(terms, ordered, asOf);
    } catch (ArithmeticException _) {
      throw tooLarge();
    }
  }

  /**
   * Returns how the splits of money that came in changed from one day to the next, each as {@link
   * #position} has them on that day. The events are followed once for all days, and again only
   * where one is reversed.
   *
   * @param terms what was agreed
   * @param events everything that happened, in any order
   * @param days the days, each after the one before
   * @throws Refused as {@link #position} does
   */
  public static List<DaySplits> splits(
      LoanTerms terms, List<LoanEvent> events, List<LocalDate> days) {
    try {
      DayByDay course = new DayByDay(terms, new History(events));
      List<DaySplits> splits = new ArrayList<>(days.size());
      for (LocalDate day : days) {
        splits.add(course.to(day));
      }
      return splits;
    } catch (ArithmeticException _) {
      throw tooLarge();
    }
  }

  private static Course courseOf(LoanTerms terms, History history, LocalDate asOf) {
    return Course.of(terms, history.until(asOf), asOf);
  }

  private static Refused tooLarge() {
    return new Refused(Rule.FIGURE_TOO_LARGE, "amount", "A figure of this loan becomes too large.");
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
    Dates.requireBelievable("asOf", asOf);
    try {
      return accept(terms, new History(history), event, asOf);
    } catch (ArithmeticException _) {
      throw tooLarge();
    }
  }

  private static Acceptance accept(
      LoanTerms terms, History history, LoanEvent event, LocalDate asOf) {
    Course course = courseOf(terms, history, asOf);
    LoanPosition before = course.position(asOf);
    Optional<Refusal> refusal = objection(terms, history, event, before);
    if (refusal.isPresent()) {
      return new Acceptance.Declined(refusal.get());
    }
    try {
      return new Acceptance.Accepted(before, with(event, terms, history, course, asOf));
    } catch (ArithmeticException _) {
      return new Acceptance.Declined(tooLarge().refusal());
    } catch (Refused e) {
      return new Acceptance.Declined(e.refusal());
    }
  }

  /** Returns the state with one more event; what goes before it is followed again if need be. */
  private static LoanPosition with(
      LoanEvent event, LoanTerms terms, History history, Course course, LocalDate asOf) {
    History longer = history.with(event);
    if (course.goesOnAfterPosition(event) && history.endsBefore(event, asOf)) {
      course.follow(event, 0);
      return course.position(asOf);
    }
    return courseOf(terms, longer, asOf).position(asOf);
  }

  private static Optional<Refusal> objection(
      LoanTerms terms, History history, LoanEvent event, LoanPosition before) {
    if (event.on().isAfter(before.asOf())) {
      return Optional.of(
          new Refusal(
              Rule.DATE_TOO_LATE, "on", "The value date must not be after " + before.asOf() + "."));
    }
    if (event instanceof LoanEvent.ExcessRefunded refund) {
      return objectionToRefund(refund, terms, history, before);
    }
    if (event instanceof LoanEvent.ChargeWaived waiver) {
      return objectionToWaiver(waiver, terms, history);
    }
    if (event instanceof LoanEvent.InterestWaived waiver) {
      return objectionToWaiver(waiver, terms, history);
    }
    if (!History.isMoneyIn(event)) {
      return Optional.empty();
    }
    Optional<Refusal> closed = objectionToMoney(before);
    return event instanceof LoanEvent.Repaid repaid
        ? closed.or(() -> objectionToTarget(repaid, terms, history))
        : closed;
  }

  private static Optional<Refusal> objectionToMoney(LoanPosition before) {
    return before.phase() == LoanPhase.CLOSED
        ? Optional.of(
            new Refusal(Rule.LOAN_CLOSED, "amount", "The loan is closed; nothing is owed."))
        : Optional.empty();
  }

  /**
   * Excess can be paid out that there is, on the day and still today. A stored history may say
   * otherwise: what turns out later to have been used is owed as principal.
   */
  private static Optional<Refusal> objectionToRefund(
      LoanEvent.ExcessRefunded event, LoanTerms terms, History history, LoanPosition before) {
    Money excess = before.excess();
    if (event.on().isBefore(before.asOf())) {
      LoanPosition then = courseOf(terms, history.standing(), event.on()).position(event.on());
      excess = excess.min(then.excess());
    }
    if (!event.amount().currency().equals(terms.currency())
        || event.amount().minor() <= excess.minor()) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            Rule.MORE_THAN_THERE_IS,
            "amount",
            "Only %s %s is beyond what is owed."
                .formatted(excess.toDecimalString(), excess.currency().code())));
  }

  /**
   * A penalty for lateness can be waived that there is. A stored history may waive one that is no
   * longer there, because a payment turned out to have come in time.
   */
  private static Optional<Refusal> objectionToWaiver(
      LoanEvent.ChargeWaived event, LoanTerms terms, History history) {
    if (!LatePenalty.isId(event.charge())) {
      return Optional.empty();
    }
    LoanPosition then = courseOf(terms, history.standing(), event.on()).position(event.on());
    return then.latePenalties().stream().anyMatch(laid -> laid.id().equals(event.charge()))
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Rule.TARGET_UNKNOWN,
                "charge",
                "No such penalty was there on " + event.on() + ", so none can be waived."));
  }

  /**
   * Interest can be waived that is owed on the day. A stored history may waive more than that,
   * because a payment that became known later has paid it.
   */
  private static Optional<Refusal> objectionToWaiver(
      LoanEvent.InterestWaived event, LoanTerms terms, History history) {
    LoanPosition then = courseOf(terms, history, event.on()).position(event.on());
    Money owed = then.payoff().interest();
    return event.amount().currency().equals(terms.currency()) && event.amount().compareTo(owed) > 0
        ? Optional.of(
            new Refusal(
                Rule.MORE_THAN_THERE_IS,
                "amount",
                "Only %s %s of interest is owed on %s."
                    .formatted(owed.toDecimalString(), owed.currency().code(), event.on())))
        : Optional.empty();
  }

  private static Optional<Refusal> objectionToTarget(
      LoanEvent.Repaid event, LoanTerms terms, History history) {
    Integer target = event.targetInstallment();
    if (target == null) {
      return Optional.empty();
    }
    LoanPosition then = courseOf(terms, history.standing(), event.on()).position(event.on());
    if (then.phase() == LoanPhase.NOT_DISBURSED) {
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
