package io.loanwright.reporting.export;

import java.util.List;

/** What can be written to a file. */
public sealed interface Content permits Listing, Sheet {

  /** Returns what it is about: {@code Loans}. */
  String title();

  /** Returns what a paper says around it. */
  Paper paper();

  /** Returns its columns, in order. */
  List<Column> columns();
}
