package io.loanwright.ledger;

import io.loanwright.ledger.Statement.Figures;
import io.loanwright.ledger.Statement.Section;
import org.jspecify.annotations.Nullable;

/**
 * What was earned and spent in some days.
 *
 * @param compared the earlier days beside them; null for none
 */
public record IncomeStatement(
    BooksSpan span, @Nullable BooksSpan compared, Basis basis, Section income, Section expenses) {

  /** Returns the profit; negative for a loss. */
  public Figures result() {
    return income.total().minus(expenses.total());
  }
}
