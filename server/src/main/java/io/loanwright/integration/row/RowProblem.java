package io.loanwright.integration.row;

import io.loanwright.integration.csv.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is refused, for the person who has to put it right.
 *
 * @param column the column, or the text of the mapping, that the value came from; absent if it is
 *     the row as a whole
 * @param found the value that was found
 * @param expected what would be right
 * @param fix what to do
 */
public record RowProblem(@Nullable String column, String found, String expected, String fix) {

  /** Makes every text fit to be shown. */
  public RowProblem {
    column = column == null ? null : Shown.of(column);
    found = Shown.of(found);
    expected = Shown.of(expected);
    fix = Shown.of(fix);
  }
}
