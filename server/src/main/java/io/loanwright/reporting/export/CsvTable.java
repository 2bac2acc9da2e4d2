package io.loanwright.reporting.export;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes comma-separated values: UTF-8, a line of titles, fields quoted where they must be.
 *
 * <p>A spreadsheet program works out fields that look like formulas, and what a borrower gave as
 * his name could then send data away. So text that begins like a formula gets an apostrophe before
 * it.
 *
 * <p>Source: RFC 4180; OWASP, CSV Injection.
 */
final class CsvTable implements Table {

  /** Spreadsheet programs take the full-width forms for the plain ones. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final CsvWriter csv;

  CsvTable(OutputStream out, List<Column> columns) {
    csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    csv.writeRecord(columns.stream().map(Column::title).toList());
  }

  @Override
  public void row(List<Cell> cells) {
    csv.writeRecord(cells.stream().map(CsvTable::field).toList());
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }

  static String field(Cell cell) {
    return switch (cell) {
      case Cell.Empty _ -> "";
      case Cell.Text(String text) -> harmless(text);
      case Cell.Amount(var money) -> money.toDecimalString();
      case Cell.Count(long number) -> Long.toString(number);
      case Cell.Moment(var at) -> at.truncatedTo(ChronoUnit.SECONDS).format(ISO_OFFSET_DATE_TIME);
      case Cell.Day(var date) -> date.toString();
    };
  }

  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
