package io.loanwright.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** Workbooks with typed cells. */
class XlsxTableTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Name", 20, "name"),
          Column.amount("Amount", "amount_minor"),
          Column.day("On", "day"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void amountsAndDatesAreNumbersAndNamesAreText() throws IOException {
    Table table = new XlsxTable(out, "Loans", COLUMNS, 100);
    table.row(row("=HYPERLINK(\"x\") & <b> 🙂 محمد", 120_50));
    table.end();

    try (ReadableWorkbook book = read()) {
      Sheet sheet = book.getFirstSheet();
      List<Row> rows = sheet.read();
      Row first = rows.get(1);
      assertThat(sheet.getName()).isEqualTo("Loans");
      assertThat(rows.getFirst().getCellText(1)).isEqualTo("Amount");
      assertThat(first.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(first.getCell(0).getFormula()).isNull();
      assertThat(first.getCellText(0)).isEqualTo("=HYPERLINK(\"x\") & <b> 🙂 محمد");
      assertThat(first.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("120.50");
      assertThat(first.getCellAsDate(2).orElseThrow().toLocalDate())
          .isEqualTo(LocalDate.of(2026, 3, 2));
    }
  }

  @Test
  void anEmptyListHasItsTitles() throws IOException {
    new XlsxTable(out, "Loans", COLUMNS, 100).end();

    try (ReadableWorkbook book = read()) {
      assertThat(book.getFirstSheet().read()).hasSize(1);
    }
  }

  @Test
  void rowsThatDoNotFitGoOnToTheNextSheet() throws IOException {
    Table table = new XlsxTable(out, "Loans", COLUMNS, 3);
    for (int i = 1; i <= 5; i++) {
      table.row(row("Name " + i, i));
    }
    table.end();

    try (ReadableWorkbook book = read()) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).extracting(Sheet::getName).containsExactly("Loans", "Loans 2", "Loans 3");
      assertThat(sheets.getLast().read().getFirst().getCellText(0)).isEqualTo("Name");
      assertThat(sheets.getLast().read().getLast().getCellText(0)).isEqualTo("Name 5");
    }
  }

  @Test
  void controlCharactersDoNotBreakTheFile() throws IOException {
    Table table = new XlsxTable(out, "Loans", COLUMNS, 100);
    table.row(row("bell\u0007 and \ud83d alone", 1));
    table.end();

    try (ReadableWorkbook book = read()) {
      assertThat(book.getFirstSheet().read().get(1).getCellText(0)).startsWith("bell");
    }
  }

  private static List<Cell> row(String name, long minor) {
    return List.of(
        new Cell.Text(name),
        new Cell.Amount(new Money(minor, Currency.of("EUR"))),
        new Cell.Day(LocalDate.of(2026, 3, 2)));
  }

  private ReadableWorkbook read() throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }
}
