package io.loanwright.integration;

import java.util.List;

/**
 * How far an import has come.
 *
 * @param loans rows of the file of loans
 * @param payments rows of the file of payments
 * @param borrowers how many borrowers were made
 * @param totals control totals of every mapped figure, by currency
 */
public record ImportSummary(
    ImportCounts loans, ImportCounts payments, long borrowers, List<ControlTotal> totals) {

  /** Nothing yet. */
  public static final ImportSummary NONE =
      new ImportSummary(ImportCounts.NONE, ImportCounts.NONE, 0, List.of());

  /** Keeps the totals from changing. */
  public ImportSummary {
    totals = List.copyOf(totals);
  }
}
