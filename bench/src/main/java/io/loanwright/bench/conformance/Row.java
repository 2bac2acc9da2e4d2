package io.loanwright.bench.conformance;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Entry;
import io.loanwright.engine.replay.EntryKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list of transactions.
 *
 * @param on value date
 * @param name what the case calls it
 * @param amount the whole amount
 * @param split its parts; null where the list shows none
 * @param balance the principal owed after it; null where the list does not mean that
 * @param reverted whether it was taken back
 */
record Row(
    LocalDate on,
    String name,
    Money amount,
    @Nullable Split split,
    @Nullable Money balance,
    boolean reverted) {

  static Row of(Entry entry, String name) {
    Split split = entry.kind() == EntryKind.CHARGE_WAIVED ? null : entry.split();
    boolean isSpread =
        entry.kind() == EntryKind.RE_AGE || entry.kind() == EntryKind.RE_AMORTIZATION;
    Money balance = isSpread ? null : entry.principalAfter();
    return new Row(entry.on(), name, entry.amount(), split, balance, false);
  }

  /** Returns the row as it is listed once it was taken back. */
  Row takenBack() {
    return new Row(on, name, amount, split, balance, true);
  }
}
