package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.Closure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first day on which a loan was paid off; something laid on it later may have made it owe
 * again.
 *
 * <p>Among payments with nothing else between them a loan that is paid off stays so; so the first
 * one that paid it off is found by halving, not by following all of them.
 */
final class PaidOff {

  private final Facts facts;
  private final List<Allocation> allocations;

  PaidOff(Facts facts) {
    this.facts = facts;
    this.allocations = facts.position().allocations();
  }

  /** Returns the day; null if it was not paid off. */
  @Nullable LocalDate on() {
    Closure closure = facts.position().closure();
    if (closure != null && facts.events().stream().skip(1).noneMatch(PaidOff::mayOweAgain)) {
      return closure.on();
    }
    int start = 0;
    for (int i = 0; i < allocations.size(); i++) {
      boolean endsRun = i == allocations.size() - 1 || isSomethingAfter(i);
      if (endsRun && bringsEnough(i) && isPaidOffAfter(i)) {
        return allocations.get(first(start, i)).on();
      }
      start = endsRun ? i + 1 : start;
    }
    return null;
  }

  /** Tells whether a loan that is paid off may owe again after an event. */
  private static boolean mayOweAgain(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Repaid _,
          LoanEvent.Credited _,
          LoanEvent.ChargeWaived _,
          LoanEvent.InterestWaived _,
          LoanEvent.WrittenOff _,
          LoanEvent.Reversed _ ->
          false;
      default -> true;
    };
  }

  /** Returns the first of some payments after which the loan is paid off; after the last it is. */
  private int first(int from, int last) {
    int low = from;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isPaidOffAfter(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean isPaidOffAfter(int place) {
    return facts.after(allocations.get(place)).closure() != null;
  }

  /** Tells whether something else than money came in between a payment and the next one. */
  private boolean isSomethingAfter(int place) {
    LocalDate from = allocations.get(place).on();
    LocalDate to = allocations.get(place + 1).on();
    return facts.events().stream()
        .anyMatch(event ->
            mayOweAgain(event)
                && !event.countsOn().isBefore(from)
                && !event.countsOn().isAfter(to));
  }

  /** All that came in by then must be what was lent, or more. */
  private boolean bringsEnough(int place) {
    long paid = 0;
    for (Allocation allocation : allocations.subList(0, place + 1)) {
      paid += allocation.amount().minor();
    }
    long lent = 0;
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      boolean counts = !out.on().isAfter(allocations.get(place).on());
      lent += counts ? out.amount().minor() : 0;
    }
    return paid >= lent;
  }
}
