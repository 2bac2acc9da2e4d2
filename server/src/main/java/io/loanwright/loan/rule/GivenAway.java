package io.loanwright.loan.rule;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.Happening;
import io.loanwright.loan.RecordedEvent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one person has given up of one loan, in whatever way. The limits of roles count all of it,
 * so nobody gives up in parts what he may not at once. What was taken back counts no more.
 */
public final class GivenAway {

  private GivenAway() {}

  /**
   * Returns the charges that somebody waived, or took back: of a waiver what was unpaid of the
   * charge then, or what it gives up by now where that is more, as after a payment that was taken
   * back.
   *
   * @param agreed the loan's terms
   * @param recorded all events of the loan
   * @param wanted the one that is to be allowed
   * @param person who gave up
   */
  public static Money ofCharges(
      LoanTerms agreed, List<RecordedEvent> recorded, RecordedEvent wanted, UUID person) {
    LoanPosition now = Replaying.position(agreed, recorded, latest(recorded));
    List<RecordedEvent> events = with(recorded, wanted);
    Money given = Money.zero(now.disbursed().currency());
    for (RecordedEvent event : by(person, events)) {
      if (event.what() instanceof Happening.Waiver waiver
          && counts(events, event.id())
          && counts(events, waiver.charge())) {
        given = given.plus(waiver.amount().max(ServicingRules.waivedBy(now, event.id())));
      } else if (event.what() instanceof Happening.Reversal back
          && isCharge(events, back.event())) {
        given = given.plus(back.amount());
      }
    }
    return given;
  }

  /**
   * Returns the interest that somebody waived, and what the terms that he agreed, and the rates of
   * others that he took back, took off the interest of the schedule: each as the schedule stood
   * then, or all at once as it stands now, whichever is more. So it does not matter whether a rate
   * is lowered before the term gets longer or after it. Terms that ask for more make up for
   * nothing.
   *
   * @param agreed the loan's terms
   * @param recorded all events of the loan
   * @param wanted the one that is to be allowed
   * @param person who gave up
   */
  public static Money ofInterest(
      LoanTerms agreed, List<RecordedEvent> recorded, RecordedEvent wanted, UUID person) {
    List<RecordedEvent> events = with(recorded, wanted);
    Money none = Money.zero(wanted.what().money().currency());
    Money waived = none;
    Money oneByOne = none;
    Set<UUID> lowering = new HashSet<>();
    for (RecordedEvent event : by(person, events)) {
      if (!counts(events, event.id())) {
        continue;
      }
      if (event.what() instanceof Happening.InterestWaiver waiver) {
        waived = waived.plus(waiver.amount());
      } else if (changesTerms(events, event)) {
        Money lost = lost(agreed, events, event);
        oneByOne = oneByOne.plus(lost.max(none));
        if (!lost.isNegative() && !movesDates(event)) {
          lowering.add(event.id());
        }
      }
    }
    Money atOnce = lowering.isEmpty() ? none : lostAtOnce(agreed, events, lowering).orElse(none);
    return waived.plus(oneByOne.max(atOnce));
  }

  /**
   * Returns the interest that other terms take off the schedule; nothing where they ask for more.
   *
   * @param agreed the loan's terms
   * @param recorded all events of the loan before
   * @param change the one that agrees them
   */
  public static Money byTerms(
      LoanTerms agreed, List<RecordedEvent> recorded, RecordedEvent change) {
    return lost(agreed, with(recorded, change), change)
        .max(Money.zero(change.what().money().currency()));
  }

  private static boolean changesTerms(List<RecordedEvent> events, RecordedEvent event) {
    return event.what() instanceof Happening.Change
        || (event.what() instanceof Happening.Reversal back
            && isRateOfAnother(events, back.event(), event));
  }

  /** More installments and moved due dates stay as they are where all counts at once. */
  private static boolean movesDates(RecordedEvent event) {
    return event.what() instanceof Happening.Change change
        && (change.change() instanceof AgreedChange.LongerTerm
            || change.change() instanceof AgreedChange.PaymentHoliday);
  }

  private static boolean isRateOfAnother(
      List<RecordedEvent> events, UUID id, RecordedEvent reversal) {
    return events.stream()
        .anyMatch(event ->
            event.id().equals(id)
                && event.what() instanceof Happening.Change change
                && change.change() instanceof AgreedChange.AnotherRate
                && !event.recordedBy().id().equals(reversal.recordedBy().id()));
  }

  /**
   * Returns what some events together take off the interest of the schedule; empty where without
   * them, or with the one that is to be allowed, events make no history.
   */
  private static Optional<Money> lostAtOnce(
      LoanTerms agreed, List<RecordedEvent> events, Set<UUID> lowering) {
    List<RecordedEvent> without =
        events.stream().filter(event -> !lowering.contains(event.id())).toList();
    LocalDate day = latest(events);
    try {
      return Optional.of(
          interest(Replaying.position(agreed, without, day))
              .minus(interest(Replaying.position(agreed, events, day))));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private static Money lost(LoanTerms agreed, List<RecordedEvent> events, RecordedEvent change) {
    List<RecordedEvent> before =
        events.stream().filter(event -> event.sequence() < change.sequence()).toList();
    List<RecordedEvent> after =
        events.stream().filter(event -> event.sequence() <= change.sequence()).toList();
    return interest(Replaying.position(agreed, before, change.on()))
        .minus(interest(Replaying.position(agreed, after, change.on())));
  }

  private static Money interest(LoanPosition position) {
    Money sum = Money.zero(position.disbursed().currency());
    for (InstallmentPosition row : position.installments()) {
      sum = sum.plus(row.installment().interest());
    }
    return sum;
  }

  private static List<RecordedEvent> with(List<RecordedEvent> recorded, RecordedEvent wanted) {
    return Stream.concat(recorded.stream(), Stream.of(wanted)).toList();
  }

  private static LocalDate latest(List<RecordedEvent> events) {
    return events.stream().map(RecordedEvent::on).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static List<RecordedEvent> by(UUID person, List<RecordedEvent> events) {
    return events.stream().filter(event -> event.recordedBy().id().equals(person)).toList();
  }

  private static boolean isCharge(List<RecordedEvent> events, UUID id) {
    return events.stream()
        .anyMatch(event -> event.id().equals(id) && event.what() instanceof Happening.Charge);
  }

  /** Tells whether an event was not taken back. */
  private static boolean counts(List<RecordedEvent> events, UUID id) {
    return events.stream()
        .noneMatch(
            event -> event.what() instanceof Happening.Reversal back && back.event().equals(id));
  }
}
