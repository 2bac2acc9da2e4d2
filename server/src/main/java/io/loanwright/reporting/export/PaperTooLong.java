package io.loanwright.reporting.export;

/** A table has more rows than a paper takes. */
public final class PaperTooLong extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says how many it takes. */
  PaperTooLong() {
    super("A PDF takes %,d rows. Choose fewer days, or take CSV or XLSX.".formatted(PdfTable.MOST));
  }
}
