package io.loanwright.integration.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A CSV file that is being read from its first row to its last; a row at a time is in memory.
 *
 * <p>A byte order mark says how the file is encoded, whatever was assumed. Empty lines are left
 * out. A row may have more or fewer values than there are columns; that is for the reader to judge.
 * Every method throws {@link UnreadableCsv} where the file is no CSV.
 */
public final class CsvFile implements Closeable, Iterator<CsvRow> {

  private static final int VALUE_MAX = 1_000_000;
  private static final int COLUMNS_MAX = 500;
  private static final int MARK_MAX = 3;

  private final CloseableIterator<CsvRecord> records;
  private final Charset charset;
  private final List<String> columns;
  private long rows;

  private CsvFile(InputStream bytes, Charset assumed, char separator) throws IOException {
    this.charset = markedOr(assumed, bytes);
    Reader text =
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(VALUE_MAX)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)
            .iterator();
    this.columns = names();
  }

  /**
   * Opens a file and reads the names of its columns.
   *
   * @param assumed the encoding of a file without a byte order mark
   */
  public static CsvFile open(Path file, Charset assumed, char separator) {
    InputStream bytes = null;
    try {
      bytes = new BufferedInputStream(Files.newInputStream(file));
      return new CsvFile(bytes, assumed, separator);
    } catch (IOException e) {
      close(bytes);
      throw new UncheckedIOException(e);
    } catch (UnreadableCsv e) {
      close(bytes);
      throw e;
    }
  }

  /** Returns the names of the columns, without the space around them. */
  public List<String> columns() {
    return columns;
  }

  /** Returns the encoding that the file is read with. */
  public Charset charset() {
    return charset;
  }

  @Override
  public boolean hasNext() {
    return reading(records::hasNext);
  }

  @Override
  public CsvRow next() {
    CsvRecord record = reading(records::next);
    rows++;
    return new CsvRow(rows, record.getFields());
  }

  @Override
  public void close() {
    close(records);
  }

  private List<String> names() {
    if (!hasNext()) {
      throw new UnreadableCsv("The file is empty. Its first row must name the columns.");
    }
    List<String> names = next().values().stream().map(String::strip).toList();
    if (names.size() > COLUMNS_MAX) {
      throw new UnreadableCsv("The file has more than " + COLUMNS_MAX + " columns.");
    }
    if (names.stream().allMatch(String::isEmpty)) {
      throw new UnreadableCsv("The first row is blank. It must name the columns.");
    }
    if (names.stream().anyMatch(name -> name.chars().anyMatch(CsvFile::isNoText))) {
      throw new UnreadableCsv(
          "This is no text: its first row has characters that no name has. Save it as CSV first.");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new UnreadableCsv(
            "Two columns are called " + Shown.of(name) + ". Each column needs a name of its own.");
      }
    }
    return names;
  }

  private interface Step<T> {
    T take();
  }

  private <T> T reading(Step<T> step) {
    try {
      return step.take();
    } catch (CsvParseException e) {
      if (causedBy(e, CharacterCodingException.class)) {
        throw wrongEncoding(e);
      }
      throw new UnreadableCsv(
          "The file is not CSV behind row " + rows + ". Perhaps a quote is not closed.", false, e);
    } catch (UncheckedIOException e) {
      if (causedBy(e, CharacterCodingException.class)) {
        throw wrongEncoding(e);
      }
      throw e;
    } catch (NoSuchElementException e) {
      throw new UnreadableCsv("The file ends behind row " + rows + ".", false, e);
    }
  }

  private static boolean isNoText(int sign) {
    return Character.isISOControl(sign) && !Character.isWhitespace(sign);
  }

  private UnreadableCsv wrongEncoding(Exception cause) {
    return new UnreadableCsv(
        "The file is not written in %s behind row %d. Save it as UTF-8, or name its encoding."
            .formatted(charset.name(), rows),
        true,
        cause);
  }

  private static boolean causedBy(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Reads a byte order mark and leaves the stream behind it. */
  private static Charset markedOr(Charset assumed, InputStream bytes) throws IOException {
    bytes.mark(MARK_MAX);
    byte[] start = bytes.readNBytes(MARK_MAX);
    bytes.reset();
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      bytes.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      bytes.skipNBytes(2);
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      bytes.skipNBytes(2);
      return StandardCharsets.UTF_16BE;
    }
    return assumed;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static void close(@org.jspecify.annotations.Nullable Closeable opened) {
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
