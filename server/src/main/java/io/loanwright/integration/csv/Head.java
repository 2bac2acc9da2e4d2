package io.loanwright.integration.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file seems to be written, and its first rows.
 *
 * @param charset UTF-8 if it can be, the usual one of old desks otherwise
 * @param separator the sign that is most frequent in the first line
 * @param columns the names of the columns
 * @param rows the first rows
 */
public record Head(Charset charset, char separator, List<String> columns, List<CsvRow> rows) {

  private static final Charset OLD_DESK = Charset.forName("windows-1252");
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /**
   * Looks at a file.
   *
   * @param rowsMax the most rows to read
   * @throws UnreadableCsv if it is no CSV
   */
  public static Head of(Path file, int rowsMax) {
    Charset charset = charset(file);
    char separator = separator(file, charset);
    try (CsvFile csv = CsvFile.open(file, charset, separator)) {
      List<CsvRow> rows = new ArrayList<>();
      while (rows.size() < rowsMax && csv.hasNext()) {
        rows.add(csv.next());
      }
      return new Head(csv.charset(), separator, csv.columns(), rows);
    }
  }

  private static Charset charset(Path file) {
    try (CsvFile csv = CsvFile.open(file, StandardCharsets.UTF_8, ',')) {
      while (csv.hasNext()) {
        csv.next();
      }
      return StandardCharsets.UTF_8;
    } catch (UnreadableCsv unreadable) {
      return unreadable.isEncoding() ? OLD_DESK : StandardCharsets.UTF_8;
    }
  }

  private static char separator(Path file, Charset charset) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
      String line = reader.readLine();
      char best = ',';
      long most = 0;
      for (char sign : SEPARATORS) {
        long count = line == null ? 0 : line.chars().filter(c -> c == sign).count();
        if (count > most) {
          best = sign;
          most = count;
        }
      }
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
