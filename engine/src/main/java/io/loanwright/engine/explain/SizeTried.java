package io.loanwright.engine.explain;

import io.loanwright.engine.replay.InstallmentPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Tries a size: what the last installment would ask for if those before it had the size. */
final class SizeTried {

  private final Facts after;
  private final LivingInterest interest;
  private final boolean[] keeps;
  private final int first;

  /**
   * Prepares to try sizes.
   *
   * @param after the facts that gave installments another size
   * @param interest how their interest is counted
   * @param keeps which of them keep their principal
   * @param first the first one that has the size
   */
  SizeTried(Facts after, LivingInterest interest, boolean[] keeps, int first) {
    this.after = after;
    this.interest = interest;
    this.keeps = keeps.clone();
    this.first = first;
  }

  /** Returns by how much the last one that keeps nothing differs from a size, in minor units. */
  long lastDiffersBy(long size) {
    List<InstallmentPosition> rows = after.regularRows();
    int last = last();
    NavigableMap<LocalDate, Long> changes = new TreeMap<>(interest.changes());
    long kept = 0;
    for (int i = first; i < keeps.length; i++) {
      long principal = rows.get(i).installment().principal().minor();
      if (!keeps[i]) {
        changes.merge(dueOf(i), principal, Long::sum);
      }
      kept += keeps[i] && i > last ? principal : 0;
    }
    long carried = 0;
    for (int i = 0; i < first; i++) {
      if (!interest.isSettledForLess(i)) {
        long own = carried + interest.borneOn(changes, i);
        carried = Math.max(0, own - rows.get(i).installment().interest().minor());
      }
    }
    for (int i = first; i < last; i++) {
      long borne = interest.borneOn(changes, i);
      long own = carried + borne;
      boolean waits = i < after.terms().grace().onInterestPayment();
      long most = keeps[i] ? mostOfKept(rows.get(i), borne) : size;
      long asked = waits ? 0 : Math.min(own, most);
      carried = own - asked;
      if (!keeps[i]) {
        changes.merge(dueOf(i), asked - size, Long::sum);
      }
    }
    long left = -kept;
    for (long change : changes.headMap(dueOf(last), false).values()) {
      left += change;
    }
    return left + carried + interest.borneOn(changes, last) - size;
  }

  /** One that is settled asks for no interest of earlier periods beyond what was paid of it. */
  private static long mostOfKept(InstallmentPosition row, long borne) {
    return row.outstanding().interest().isZero()
        ? Math.max(borne, row.paid().interest().minor())
        : Long.MAX_VALUE;
  }

  private LocalDate dueOf(int period) {
    return interest.days().get(period).to();
  }

  private int last() {
    int last = keeps.length - 1;
    while (last > first && keeps[last]) {
      last--;
    }
    return last;
  }
}
