package io.loanwright.integration;

import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvFile;
import io.loanwright.integration.csv.UnreadableCsv;
import io.loanwright.integration.mapping.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that was sent, kept until its import has ended.
 *
 * @param name what the client calls it
 * @param path where it is kept
 * @param format how it is written
 * @param columns its columns
 * @param rows how many rows it has below the names of the columns
 */
record Upload(String name, Path path, FileFormat format, Columns columns, long rows) {

  /**
   * Reads a file once from start to end.
   *
   * @throws UnreadableCsv if it is no CSV
   */
  static Upload survey(String name, Path path, FileFormat format) {
    try (CsvFile file = CsvFile.open(path, format.charset(), format.separatorSign())) {
      long rows = 0;
      while (file.hasNext()) {
        file.next();
        rows++;
      }
      if (rows == 0) {
        throw new UnreadableCsv("The file has no rows below the names of its columns.");
      }
      return new Upload(name, path, format, new Columns(file.columns()), rows);
    }
  }

  /** Reads the file again. */
  CsvFile open() {
    return CsvFile.open(path, format.charset(), format.separatorSign());
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
