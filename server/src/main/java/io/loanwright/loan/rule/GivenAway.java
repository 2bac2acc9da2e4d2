package io.loanwright.loan.rule;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.Happening;
import io.loanwright.loan.RecordedEvent;
import java.util.List;
import java.util.UUID;

/**
 * What one person has given up of one loan, in whatever way. The limits of roles count all of it,
 * so nobody gives up in parts what he may not at once. What was taken back counts no more.
 */
public final class GivenAway {

  private GivenAway() {}

  /**
   * Returns the charges that somebody waived, by what was unpaid of them then, or took back.
   *
   * @param events all events of the loan, with the one that is to be allowed
   * @param person who gave up
   */
  public static Money ofCharges(List<RecordedEvent> events, UUID person, Currency currency) {
    Money given = Money.zero(currency);
    for (RecordedEvent event : by(person, events)) {
      if (event.what() instanceof Happening.Waiver waiver
          && counts(events, event.id())
          && counts(events, waiver.charge())) {
        given = given.plus(waiver.amount());
      } else if (event.what() instanceof Happening.Reversal back
          && isCharge(events, back.event())) {
        given = given.plus(back.amount());
      }
    }
    return given;
  }

  /**
   * Returns the interest that somebody waived, and by how much the terms that he agreed made the
   * interest of the schedule less, as it stood then. Terms that make it more make up for nothing.
   *
   * @param agreed the loan's terms
   * @param events all events of the loan, with the one that is to be allowed
   * @param person who gave up
   */
  public static Money ofInterest(
      LoanTerms agreed, List<RecordedEvent> events, UUID person, Currency currency) {
    Money given = Money.zero(currency);
    for (RecordedEvent event : by(person, events)) {
      if (!counts(events, event.id())) {
        continue;
      }
      if (event.what() instanceof Happening.InterestWaiver waiver) {
        given = given.plus(waiver.amount());
      } else if (event.what() instanceof Happening.Change) {
        given = given.plus(lost(agreed, events, event).max(Money.zero(currency)));
      }
    }
    return given;
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
