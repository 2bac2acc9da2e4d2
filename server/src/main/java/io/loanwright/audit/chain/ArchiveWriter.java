package io.loanwright.audit.chain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an archive: lines of JSON, compressed. The first line says what it is, the last one that
 * it is whole; between them is a line for each seal, followed by one for each of its rows.
 */
final class ArchiveWriter implements AutoCloseable {

  static final String ARCHIVE = "archive";
  static final String FORMAT = "format";
  static final String SEAL = "seal";
  static final String SEALED_AT = "sealedAt";
  static final String ROWS = "rows";
  static final String ROOT = "root";
  static final String END = "end";

  /** Raised whenever earlier versions could not read it any more. */
  static final int FORMAT_NOW = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BUFFER = 1 << 16;

  private final Path draft;
  private final MessageDigest digest = Hash.sha256();
  private final OutputStream lines;
  private long lastSeal;
  private long rows;
  private long oldest = Long.MAX_VALUE;
  private long newest = Long.MIN_VALUE;

  /** Begins a file. */
  ArchiveWriter(Path draft, UUID id) throws IOException {
    this.draft = draft;
    this.lines =
        new GZIPOutputStream(
            new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(draft), BUFFER), digest),
            BUFFER);
    write(object().put(ARCHIVE, id.toString()).put(FORMAT, FORMAT_NOW));
  }

  /** Begins the rows of a seal. */
  void seal(long number, long sealedAtMicros, int records, String root) throws IOException {
    lastSeal = number;
    write(
        object()
            .put(SEAL, number)
            .put(SEALED_AT, sealedAtMicros)
            .put(ROWS, records)
            .put(ROOT, root));
  }

  /** Writes a row of the seal that was begun last. */
  void row(TrailRow row) throws IOException {
    rows++;
    oldest = Math.min(oldest, row.recordedAtMicros());
    newest = Math.max(newest, row.recordedAtMicros());
    write(ArchivedRow.line(row));
  }

  long rows() {
    return rows;
  }

  /** Ends the file, which has rows, and says what it has. */
  Archive.Content finish(long first) throws IOException {
    write(object().put(END, rows));
    close();
    return new Archive.Content(
        first,
        lastSeal,
        rows,
        Instant.EPOCH.plus(oldest, ChronoUnit.MICROS),
        Instant.EPOCH.plus(newest, ChronoUnit.MICROS),
        Files.size(draft),
        Hash.of(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void write(JsonNode line) throws IOException {
    lines.write(JSON.writeValueAsBytes(line));
    lines.write('\n');
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
