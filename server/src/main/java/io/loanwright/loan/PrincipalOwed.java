package io.loanwright.loan;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.store.DueWorkStore;
import io.loanwright.loan.store.PastLoanStore;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The principal that all loans together owed, now or on a day that is past. */
@Component
public class PrincipalOwed {

  private static final int AT_A_TIME = 5_000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final PastLoanStore store;
  private final DueWorkStore events;

  PrincipalOwed(PastLoanStore store, DueWorkStore events) {
    this.store = store;
    this.events = events;
  }

  /** Returns what all loans owe now, as it is kept. */
  public Money now(Currency currency) {
    return new Money(store.owed(currency), currency);
  }

  /**
   * Returns what all loans owed at the end of a day, by what is known now: loans that nothing has
   * happened to since owe what is kept, and all others are replayed from their events.
   */
  public Money on(LocalDate day, Currency currency) {
    long owed = store.owed(currency);
    UUID last = BEFORE_ALL;
    List<Loan> some = store.since(day, currency, last, AT_A_TIME);
    while (!some.isEmpty()) {
      Map<UUID, List<RecordedEvent>> known = events.events(some);
      owed +=
          some.parallelStream()
              .mapToLong(loan -> change(loan, known.getOrDefault(loan.id(), List.of()), day))
              .sum();
      last = some.getLast().id();
      some = store.since(day, currency, last, AT_A_TIME);
    }
    return new Money(owed, currency);
  }

  /** Returns how much more a loan owed on a day than it owes now. */
  private static long change(Loan loan, List<RecordedEvent> events, LocalDate day) {
    return then(loan, events, day) - loan.progress().outstanding().principal().minor();
  }

  /** A loan in arrears is replayed from before it was taken over, but was not in the books then. */
  private static long then(Loan loan, List<RecordedEvent> events, LocalDate day) {
    if (Replaying.opening(events).filter(opened -> opened.on().isAfter(day)).isPresent()) {
      return 0;
    }
    LoanPosition position = position(loan, events, day);
    return position.phase() == LoanPhase.NOT_DISBURSED
        ? 0
        : position.outstandingAsPlanned().principal().minor();
  }

  private static LoanPosition position(Loan loan, List<RecordedEvent> events, LocalDate day) {
    try {
      return Replaying.position(loan.terms(), events, day);
    } catch (Refused e) {
      throw ProblemException.conflict(
          "loan-without-history",
          "The events of loan %s cannot be followed: %s. Run verify."
              .formatted(loan.number(), e.refusal().message()));
    }
  }
}
