package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Closure;
import io.loanwright.engine.replay.Replay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first day on which a loan was paid off; something laid on it later may have made it owe
 * again.
 */
final class PaidOff {

  private final Facts facts;

  PaidOff(Facts facts) {
    this.facts = facts;
  }

  /** Returns the day; null if it was not paid off. */
  @Nullable LocalDate on() {
    Closure closure = facts.position().closure();
    if (closure != null && facts.events().stream().skip(1).noneMatch(PaidOff::mayOweAgain)) {
      return closure.on();
    }
    return isPaidBack() ? Replay.paidOffOn(facts.terms(), facts.events(), facts.asOf()) : null;
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

  /** Tells whether all that came in is what went out first, or more: less pays nothing off. */
  private boolean isPaidBack() {
    long paid =
        facts.position().allocations().stream()
            .mapToLong(allocation -> allocation.amount().minor())
            .sum();
    return paid >= facts.first().amount().minor();
  }
}
