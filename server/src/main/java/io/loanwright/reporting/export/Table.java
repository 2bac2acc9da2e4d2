package io.loanwright.reporting.export;

import java.io.IOException;
import java.util.List;

/**
 * A file that is being written, row after row; what was written is not kept.
 *
 * <p>There is nothing to close: a file that breaks off must not look like a whole one.
 */
interface Table {

  /**
   * Writes a row.
   *
   * @param cells one for each column
   */
  void row(List<Cell> cells) throws IOException;

  /** Writes the end of the file. */
  void end() throws IOException;
}
