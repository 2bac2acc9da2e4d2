package io.loanwright.integration.web;

import io.loanwright.integration.Part;
import io.loanwright.integration.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param row its number as a spreadsheet counts: the names of the columns are row 1
 * @param column the column that the value came from; absent if it is the row as a whole
 * @param found the value that was found
 * @param expected what would be right
 * @param fix what to do
 */
record RowError(
    Part part,
    long row,
    @Nullable @Schema(example = "loan_amount") String column,
    @Schema(example = "12,5x") String found,
    @Schema(example = "an amount like 1234.56, not negative") String expected,
    @Schema(example = "Correct the amount.") String fix) {

  static List<RowError> of(Rejection row) {
    return row.problems().stream()
        .map(problem ->
            new RowError(
                row.part(),
                row.row(),
                problem.column(),
                problem.found(),
                problem.expected(),
                problem.fix()))
        .toList();
  }
}
