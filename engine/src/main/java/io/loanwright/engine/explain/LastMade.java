package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Installment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the facts that made an installment what it is: what changed the loan later left it alone,
 * and is no part of why.
 *
 * <p>Where interest follows payments every payment may change it, and all facts count.
 */
final class LastMade {

  private final Facts facts;
  private final @Nullable LocalDate paidOffOn;

  LastMade(Facts facts) {
    this.facts = facts;
    this.paidOffOn = facts.follows() ? null : new PaidOff(facts).on();
  }

  /** Returns the facts that made the interest of an installment. */
  Facts ofInterest(int period) {
    return of(
        period,
        (now, then) ->
            then != null
                && now.interest().equals(then.interest())
                && now.principal().equals(then.principal())
                && now.fromOn().equals(then.fromOn())
                && now.dueOn().equals(then.dueOn()));
  }

  /** Returns the facts that made the principal of an installment. */
  Facts ofPrincipal(int period) {
    return of(period, (now, then) -> then != null && now.principal().equals(then.principal()));
  }

  private Facts of(int period, BiPredicate<Installment, @Nullable Installment> isTheSame) {
    if (facts.follows()) {
      return facts;
    }
    Installment now = facts.regularRows().get(period).installment();
    List<LoanEvent> events = facts.events();
    int count = events.size();
    for (int i = events.size() - 1; i > 0; i--) {
      LoanEvent event = events.get(i);
      if (changes(event)) {
        if (!facts.isTooLateFor(now, event) && !isTheSame.test(now, before(i, period))) {
          return after(count);
        }
        count = i;
      }
    }
    return after(count);
  }

  private boolean changes(LoanEvent event) {
    return facts.changesThePlan(event) || event.countsOn().equals(paidOffOn);
  }

  /** Returns the facts that the first events made, as they were right before the next one. */
  private Facts after(int count) {
    List<LoanEvent> events = facts.events();
    return count == events.size() ? facts : facts.until(count, events.get(count).countsOn());
  }

  /** Returns the installment of a period right before an event; null if there was none. */
  private @Nullable Installment before(int place, int period) {
    List<InstallmentPosition> rows = after(place).regularRows();
    return period < rows.size() ? rows.get(period).installment() : null;
  }
}
