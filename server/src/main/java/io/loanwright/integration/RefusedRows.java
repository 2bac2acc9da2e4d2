package io.loanwright.integration;

import io.loanwright.borrower.Borrowers;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.integration.row.RowNumbers;
import io.loanwright.integration.row.RowProblem;
import io.loanwright.integration.store.ReferenceStore;
import io.loanwright.integration.store.ReferenceStore.Kind;
import io.loanwright.integration.store.RejectionStore;
import io.loanwright.integration.store.RejectionStore.Numbered;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows that an import refused, with the numbers by which they are found again when
 * somebody is erased. What a row says is not kept where its number is that of somebody who was: a
 * file that is sent again must not write him down again.
 */
@Component
class RefusedRows {

  private static final List<String> ERASED = List.of("erased");
  private static final RowProblem ABOUT_ERASED =
      new RowProblem(
          null,
          "erased",
          "a row about somebody who was not erased",
          "Leave it out: its number is that of somebody who was erased.");

  private final RejectionStore rejections;
  private final ReferenceStore references;
  private final Borrowers borrowers;

  RefusedRows(RejectionStore rejections, ReferenceStore references, Borrowers borrowers) {
    this.rejections = rejections;
    this.references = references;
    this.borrowers = borrowers;
  }

  /** Keeps rows, in the caller's transaction. */
  void keep(ImportRecord made, ImportFiles files, List<Rejection> refused) {
    if (refused.isEmpty()) {
      return;
    }
    List<Numbered> rows =
        refused.stream()
            .map(row -> new Numbered(row, numbers(made.mapping(), files, row)))
            .toList();
    String source = made.mapping().source();
    Map<String, UUID> known =
        references.find(Kind.BORROWER, source, texts(rows, RowNumbers::borrower));
    Map<String, UUID> debtors = references.borrowersOf(source, texts(rows, RowNumbers::loan));
    Set<UUID> erased =
        borrowers.erased(
            Stream.concat(known.values().stream(), debtors.values().stream())
                .collect(Collectors.toSet()));
    rejections.insert(
        made.id(),
        rows.stream()
            .map(row ->
                isOf(erased, known, row.numbers().borrower())
                        || isOf(erased, debtors, row.numbers().loan())
                    ? blank(row.rejection())
                    : row)
            .toList());
  }

  private static RowNumbers numbers(ImportMapping mapping, ImportFiles files, Rejection row) {
    CsvRow values = new CsvRow(row.row(), row.record());
    return switch (row.part()) {
      case LOANS ->
          RowNumbers.of(
              Objects.requireNonNull(mapping.loans()),
              Objects.requireNonNull(files.loans()).columns(),
              values);
      case PAYMENTS ->
          RowNumbers.of(
              Objects.requireNonNull(mapping.payments()),
              Objects.requireNonNull(files.payments()).columns(),
              values);
    };
  }

  private static Set<String> texts(
      List<Numbered> rows, Function<RowNumbers, @Nullable String> number) {
    return rows.stream()
        .map(row -> number.apply(row.numbers()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static boolean isOf(
      Set<UUID> erased, Map<String, UUID> known, @Nullable String reference) {
    UUID borrower = reference == null ? null : known.get(reference);
    return borrower != null && erased.contains(borrower);
  }

  private static Numbered blank(Rejection row) {
    return new Numbered(
        new Rejection(row.part(), row.row(), List.of(ABOUT_ERASED), ERASED), RowNumbers.NONE);
  }
}
