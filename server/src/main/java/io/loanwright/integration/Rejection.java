package io.loanwright.integration;

import io.loanwright.integration.row.RowProblem;
import java.util.List;

/**
 * A row that was refused.
 *
 * @param row its number as a spreadsheet counts: the names of the columns are row 1
 * @param problems why, at least one
 * @param record the row as it was
 */
public record Rejection(Part part, long row, List<RowProblem> problems, List<String> record) {}
