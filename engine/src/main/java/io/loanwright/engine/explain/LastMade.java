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
            now.interest().equals(then.interest())
                && now.principal().equals(then.principal())
                && now.fromOn().equals(then.fromOn())
                && now.dueOn().equals(then.dueOn()));
  }

  /** Returns the facts that made the principal of an installment. */
  Facts ofPrincipal(int period) {
    return of(period, (now, then) -> now.principal().equals(then.principal()));
  }

  private Facts of(int period, BiPredicate<Installment, Installment> isTheSame) {
    if (facts.follows()) {
      return facts;
    }
    Installment now = facts.regularRows().get(period).installment();
    List<LoanEvent> events = facts.events();
    Facts made = facts;
    for (int i = events.size() - 1; i > 0; i--) {
      LoanEvent event = events.get(i);
      if (facts.changesThePlan(event) || event.countsOn().equals(paidOffOn)) {
        Facts before = facts.until(i, event.countsOn());
        List<InstallmentPosition> rows = before.regularRows();
        if (period >= rows.size() || !isTheSame.test(now, rows.get(period).installment())) {
          return made;
        }
        made = before;
      }
    }
    return made;
  }
}
