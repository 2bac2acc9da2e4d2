package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was posted on an account in some days, with its balance before, after each line, and after
 * all. A balance is positive on the side on which the account grows.
 *
 * @param opening the balance before the first day
 * @param debit what was debited in all the days
 * @param credit what was credited in all the days
 * @param rows a page of the lines, oldest first
 */
public record GeneralLedger(
    Account account, BooksSpan span, Money opening, Money debit, Money credit, List<Row> rows) {

  /** Keeps its own copy of the lines. */
  public GeneralLedger {
    rows = List.copyOf(rows);
  }

  /**
   * A line of the account.
   *
   * @param entryId the entry, and {@code number} what people call it
   * @param line which line of the entry
   * @param balance what the account stands at after it
   */
  public record Row(
      UUID entryId,
      int line,
      long number,
      LocalDate on,
      String description,
      Side side,
      Money amount,
      Money balance,
      @Nullable UUID loanId) {}

  /** Returns the balance after the last day. */
  public Money closing() {
    Money change = debit.minus(credit);
    return opening.plus(account.type().growsBy() == Side.DEBIT ? change : change.negated());
  }
}
