package io.loanwright.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook with typed cells; rows beyond what a sheet holds go on to the next sheet.
 *
 * <p>Text is written into its cell, not into the table of shared strings, which would grow with the
 * file. Text is never worked out as a formula.
 */
final class XlsxTable implements Table {

  /** How many rows are kept before they are written out. */
  private static final int CHUNK = 500;

  private static final String DAY_FORMAT = "yyyy-mm-dd";
  private static final String MOMENT_FORMAT = "yyyy-mm-dd hh:mm:ss";

  private final Workbook workbook;
  private final String title;
  private final List<Column> columns;
  private final int rowsMax;
  private int sheets;
  private Worksheet sheet;
  private int next;

  XlsxTable(OutputStream out, String title, List<Column> columns) {
    this(out, title, columns, Worksheet.MAX_ROWS);
  }

  XlsxTable(OutputStream out, String title, List<Column> columns, int rowsMax) {
    this.workbook = new Workbook(out, "Loanwright", null);
    this.title = title;
    this.columns = columns;
    this.rowsMax = rowsMax;
    this.sheet = open();
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (next == rowsMax) {
      sheet.finish();
      sheet = open();
    }
    for (int column = 0; column < cells.size(); column++) {
      write(column, cells.get(column));
    }
    next++;
    if (next % CHUNK == 0) {
      sheet.flush();
    }
  }

  @Override
  public void end() throws IOException {
    workbook.finish();
  }

  private Worksheet open() {
    sheets++;
    next = 1;
    Worksheet opened = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
    for (int column = 0; column < columns.size(); column++) {
      opened.width(column, columns.get(column).width());
      opened.inlineString(0, column, columns.get(column).title());
      opened.style(0, column).bold().set();
    }
    opened.freezePane(0, 1);
    return opened;
  }

  private void write(int column, Cell cell) {
    switch (cell) {
      case Cell.Empty _ -> {}
      case Cell.Text(String text) -> sheet.inlineString(next, column, text);
      case Cell.Amount(var money) -> {
        sheet.value(next, column, money.toMajor());
        sheet.style(next, column).format(amountFormat(money.currency().minorDigits())).set();
      }
      case Cell.Count(long number) -> sheet.value(next, column, number);
      case Cell.Moment(var at) -> {
        sheet.value(next, column, at.toLocalDateTime());
        sheet.style(next, column).format(MOMENT_FORMAT).set();
      }
      case Cell.Day(var date) -> {
        sheet.value(next, column, date);
        sheet.style(next, column).format(DAY_FORMAT).set();
      }
    }
  }

  private static String amountFormat(int decimals) {
    return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
  }
}
