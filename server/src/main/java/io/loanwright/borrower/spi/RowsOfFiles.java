package io.loanwright.borrower.spi;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Rows of files that were sent, and that may be about a borrower.
 *
 * @param certain how many are about him, and are blanked with him
 * @param alike those that have his name, phone number or address, as a namesake's or his family's
 *     do; they stay as they are
 */
public record RowsOfFiles(long certain, List<Row> alike) {

  /** No rows. */
  public static final RowsOfFiles NONE = new RowsOfFiles(0, List.of());

  /** Keeps its own copy of the rows. */
  public RowsOfFiles {
    alike = List.copyOf(alike);
  }

  /**
   * A row.
   *
   * @param part which file of the import, such as {@code LOANS}
   * @param row its number as a spreadsheet counts
   */
  public record Row(UUID importId, String part, long row) {}

  /** Returns these rows and others. */
  public RowsOfFiles plus(RowsOfFiles others) {
    return new RowsOfFiles(
        certain + others.certain, Stream.concat(alike.stream(), others.alike.stream()).toList());
  }
}
