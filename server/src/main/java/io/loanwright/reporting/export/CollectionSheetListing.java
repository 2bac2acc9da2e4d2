package io.loanwright.reporting.export;

import io.loanwright.collection.SheetLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The collection sheet as a file. */
public final class CollectionSheetListing {

  private CollectionSheetListing() {}

  /** Returns a row for each loan, with room for what was received. */
  public static Sheet of(List<SheetLine> lines, Names names) {
    return new Sheet(
        "Collection sheet",
        List.of(
            Column.given("Borrower", 30),
            Column.given("Phone", 20),
            Column.given("Loan", 16),
            Column.given("Branch", 20),
            Column.given("Whose work", 24),
            Column.given("Currency", 9),
            Column.given("Due", 16),
            Column.given("Past due", 16),
            Column.given("Together", 16),
            Column.given("Received", 16),
            Column.given("Signature", 24)),
        lines.stream().map(line -> row(line, names)).toList());
  }

  private static List<Cell> row(SheetLine line, Names names) {
    return List.of(
        new Cell.Text(line.borrowerName()),
        text(line.phone()),
        new Cell.Text(line.loanNumber()),
        text(names.branches().get(line.branchId())),
        text(line.assignee()),
        new Cell.Text(line.due().currency().code()),
        new Cell.Amount(line.due()),
        new Cell.Amount(line.pastDue()),
        new Cell.Amount(line.total()),
        Cell.EMPTY,
        Cell.EMPTY);
  }

  private static Cell text(@Nullable String text) {
    return text == null ? Cell.EMPTY : new Cell.Text(text);
  }
}
