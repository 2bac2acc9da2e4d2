package io.loanwright.reporting.export;

import java.io.OutputStream;
import java.util.Locale;

/** What a list is written as. */
public enum Format {
  /** Comma-separated values, for other programs. */
  CSV("text/csv;charset=UTF-8") {
    @Override
    Table open(OutputStream out, Content content, Letterhead letterhead) {
      return new CsvTable(out, content.columns());
    }
  },
  /** A workbook, for people. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    Table open(OutputStream out, Content content, Letterhead letterhead) {
      return new XlsxTable(out, content.title(), content.columns());
    }
  },
  /** A paper. */
  PDF("application/pdf") {
    @Override
    Table open(OutputStream out, Content content, Letterhead letterhead) {
      return new PdfTable(out, content, letterhead);
    }
  };

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  /** Returns the media type of the file. */
  public String contentType() {
    return contentType;
  }

  /** Returns the ending of the file's name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Begins a file; its titles are written.
   *
   * @param letterhead what a paper has on its pages
   */
  abstract Table open(OutputStream out, Content content, Letterhead letterhead);
}
