package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody wants in the books, as it was written down by hand.
 *
 * @param on the value date
 * @param branchId the branch whose books it belongs to; null for the writer's own
 * @param description what the journal will say
 * @param reason why it is needed
 * @param lines 2 to {@value NewEntry#MAX_LINES} lines, all in the currency
 */
public record ManualDraft(
    LocalDate on,
    @Nullable UUID branchId,
    Currency currency,
    String description,
    String reason,
    List<Line> lines) {

  /** Keeps its own copy of the lines. */
  public ManualDraft {
    lines = List.copyOf(lines);
  }

  /** Returns the sum of one side. */
  Money total(Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .map(Line::amount)
        .reduce(Money.zero(currency), Money::plus);
  }
}
