package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.store.DueWorkStore;
import io.loanwright.loan.store.DueWorkStore.WorkedOut;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loans that change by themselves, because a penalty falls on a day or late principal bears
 * interest day by day: brings their rows to a day, as a payment does with its own loan.
 *
 * <p>With cash accounting time alone posts nothing: what it adds is income when it is paid, and how
 * the payments so far were split does not change.
 */
@Component
public class DueLoans {

  private final DueWorkStore store;

  DueLoans(DueWorkStore store) {
    this.store = store;
  }

  /** Returns how many loans change by themselves until a day, and are not worked out since. */
  public long waiting(LocalDate day) {
    return store.waiting(day);
  }

  /**
   * Works out some of the {@link #waiting} loans, in the caller's transaction; those that somebody
   * holds at the moment are left to him.
   *
   * @param day the business date
   * @param most so many at once
   * @return how many; 0 if none is left that nobody holds
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int workOut(LocalDate day, int most) {
    return workOut(day, store.claim(day, most));
  }

  /**
   * Works out the next of the {@link #waiting} loans, in the caller's transaction, once nobody else
   * holds it.
   *
   * @return 0 if none is left
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int workOutNext(LocalDate day) {
    return workOut(day, store.claimOne(day));
  }

  private int workOut(LocalDate day, List<Loan> loans) {
    if (!loans.isEmpty()) {
      Map<UUID, List<RecordedEvent>> events = store.events(loans);
      store.save(
          day,
          loans.stream()
              .map(loan -> on(day, loan, events.getOrDefault(loan.id(), List.of())))
              .toList());
    }
    return loans.size();
  }

  private static WorkedOut on(LocalDate day, Loan loan, List<RecordedEvent> events) {
    LoanPosition position = Replaying.position(loan.terms(), events, day);
    return new WorkedOut(
        loan.in(loan.state(), Replaying.progress(position, events)),
        position.installments().stream().map(ScheduleRow::of).toList());
  }
}
