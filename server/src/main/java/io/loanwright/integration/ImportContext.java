package io.loanwright.integration;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Currency;
import io.loanwright.integration.mapping.FieldSource;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.integration.row.RowProblem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all rows of a file have in common.
 *
 * @param caller whoever imports
 * @param currency the currency of figures whose loan is not known
 * @param replayed references of loans whose payments are in the import too
 * @param seen the first row of each reference so far, by which a doubled row is told from a
 *     repeated import; a row may be looked at again, and rows side by side
 */
record ImportContext(
    UUID importId,
    Caller caller,
    ImportMapping mapping,
    Currency currency,
    Set<String> replayed,
    Map<String, Long> seen) {

  ImportContext(
      UUID importId,
      Caller caller,
      ImportMapping mapping,
      Currency currency,
      Set<String> replayed) {
    this(importId, caller, mapping, currency, replayed, new ConcurrentHashMap<>());
  }

  String source() {
    return mapping.source();
  }

  boolean isReplayed(String loanReference) {
    return replayed.contains(loanReference);
  }

  /** Remembers the reference of a row, so that no row behind it is taken for the first. */
  void note(String reference, long row) {
    Long _ = seen.putIfAbsent(reference, row);
  }

  /** Remembers the reference of a row; says what is wrong if another row of the file has it. */
  Optional<RowProblem> doubled(FieldSource column, String reference, long row) {
    Long first = seen.putIfAbsent(reference, row);
    return first == null || first == row
        ? Optional.empty()
        : Optional.of(
            new RowProblem(
                column.label(),
                reference,
                "a reference that no other row of the file has",
                "Remove the doubled row, or map the reference to another column."));
  }
}
