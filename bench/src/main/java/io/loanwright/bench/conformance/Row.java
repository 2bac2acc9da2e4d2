package io.loanwright.bench.conformance;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Entry;
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
 */
record Row(
    LocalDate on, String name, Money amount, @Nullable Split split, @Nullable Money balance) {

  static Row of(Entry entry, String name) {
    return switch (entry.kind()) {
      case CHARGE_WAIVED -> new Row(entry.on(), name, entry.amount(), null, entry.principalAfter());
      case RE_AGE, RE_AMORTIZATION ->
          new Row(entry.on(), name, entry.amount(), entry.split(), null);
      default -> new Row(entry.on(), name, entry.amount(), entry.split(), entry.principalAfter());
    };
  }
}
