package io.loanwright.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written to the journal.
 *
 * @param id the entry's identity, made by the caller
 * @param on the value date
 * @param branchId the branch whose books it belongs to
 * @param description one sentence for whoever reads the journal, 1 to {@value #MAX_DESCRIPTION}
 *     characters
 * @param source what made it
 * @param corrects the entry that this one puts right, if any
 * @param lines 2 to {@value #MAX_LINES} lines that balance in each currency
 */
public record NewEntry(
    UUID id,
    LocalDate on,
    UUID branchId,
    String description,
    Source source,
    @Nullable UUID corrects,
    List<Line> lines) {

  /** The longest description. */
  public static final int MAX_DESCRIPTION = 500;

  /** The most lines of one entry. */
  public static final int MAX_LINES = 200;

  /**
   * Checks that the entry balances.
   *
   * @throws IllegalArgumentException if debits and credits differ in a currency, or the number of
   *     lines or the description is out of range
   */
  public NewEntry {
    lines = List.copyOf(lines);
    if (lines.size() < 2 || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException("A journal entry has 2 to 200 lines: " + lines.size());
    }
    if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
      throw new IllegalArgumentException("An entry's description has 1 to 500 characters");
    }
    Map<String, Long> sums = new HashMap<>();
    for (Line line : lines) {
      long minor = line.amount().minor();
      long signed = line.side() == Side.DEBIT ? minor : Math.negateExact(minor);
      sums.merge(line.amount().currency().code(), signed, Math::addExact);
    }
    if (sums.values().stream().anyMatch(sum -> sum != 0)) {
      throw new IllegalArgumentException("The entry does not balance: " + sums);
    }
  }
}
