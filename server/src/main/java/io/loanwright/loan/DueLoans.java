package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.store.DueWorkStore;
import io.loanwright.loan.store.DueWorkStore.WorkedOut;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loans that change by themselves, because a penalty falls on a day or late principal bears
 * interest day by day: brings their rows to a day, as a payment does with its own loan.
 *
 * <p>Time alone posts nothing here: what it adds is income when it is paid, and how the payments so
 * far were split does not change. Interest that accrues is posted by the close of the day, for all
 * loans together.
 *
 * <p>Those that wait are a list, in the order of {@link Waiting}; who goes on after the last one
 * that it has seen comes to an end, whatever becomes of them.
 */
@Component
public class DueLoans {

  private final DueWorkStore store;
  private final LoanProducts products;

  DueLoans(DueWorkStore store, LoanProducts products) {
    this.store = store;
    this.products = products;
  }

  /**
   * A loan that changes by itself, and its place among those that wait.
   *
   * @param since the first day on which it is another
   */
  public record Waiting(LocalDate since, UUID id, String number) {}

  /** Returns how many loans change by themselves until a day, and are not worked out since. */
  public long waiting(LocalDate day) {
    return store.waiting(day);
  }

  /**
   * Returns some of the {@link #waiting} loans, whoever holds them.
   *
   * @param after the last one seen; null for the first ones
   */
  public List<Waiting> next(LocalDate day, @Nullable Waiting after, int most) {
    return store.next(day, after, most);
  }

  /**
   * Works out some of the {@link #waiting} loans, in the caller's transaction; those that somebody
   * holds at the moment are left to him.
   *
   * @param day the business date
   * @param after the last one seen; null for the first ones
   * @param most so many at once
   * @return which; none if none is left that nobody holds
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Waiting> workOut(LocalDate day, @Nullable Waiting after, int most) {
    List<Loan> loans = store.claim(day, after, most);
    workOut(day, loans);
    return loans.stream().map(DueLoans::waiting).toList();
  }

  /**
   * Works out one loan, in the caller's transaction, once nobody else holds it.
   *
   * @return false if it does not wait any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean workOut(LocalDate day, UUID id) {
    List<Loan> loans = store.claimOne(day, id);
    workOut(day, loans);
    return !loans.isEmpty();
  }

  private static Waiting waiting(Loan loan) {
    LocalDate since = loan.progress().nextChangeOn();
    if (since == null) {
      throw new IllegalStateException("Loan " + loan.id() + " does not change by itself");
    }
    return new Waiting(since, loan.id(), loan.number());
  }

  private void workOut(LocalDate day, List<Loan> loans) {
    if (!loans.isEmpty()) {
      Map<UUID, List<RecordedEvent>> events = store.events(loans);
      Map<UUID, List<ScheduleRow>> kept = store.installments(loans);
      store.save(
          day,
          loans.stream()
              .map(loan ->
                  on(
                      day,
                      loan,
                      events.getOrDefault(loan.id(), List.of()),
                      kept.getOrDefault(loan.id(), List.of())))
              .toList());
    }
  }

  private WorkedOut on(
      LocalDate day, Loan loan, List<RecordedEvent> events, List<ScheduleRow> kept) {
    LoanPosition position = Replaying.position(loan.terms(), events, day);
    return new WorkedOut(
        loan.in(loan.state(), Replaying.progress(position, events)),
        kept,
        ScheduleRow.of(position, products.definition(loan).accounting()));
  }
}
