package io.loanwright.audit.chain;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of an archive. */
final class ArchiveReader implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = Hash.sha256();
  private final InputStream file;
  private final BufferedReader lines;

  private ArchiveReader(InputStream opened) throws IOException {
    this.file = new DigestInputStream(new BufferedInputStream(opened, BUFFER), digest);
    this.lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file, BUFFER), StandardCharsets.UTF_8),
            BUFFER);
  }

  /** Opens a file, which the caller closes. */
  static ArchiveReader open(Path file) throws IOException {
    InputStream opened = Files.newInputStream(file);
    try {
      return new ArchiveReader(opened);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /** Returns the next line; null after the last. */
  @Nullable JsonNode next() throws IOException {
    String line = lines.readLine();
    try {
      return line == null ? null : JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IOException("A line is no JSON", e);
    }
  }

  /** Reads what is left, and returns the hash of the whole file. */
  Hash finish() throws IOException {
    while (lines.readLine() != null) {
      // Goes on to the end.
    }
    byte[] rest = new byte[BUFFER];
    while (file.read(rest) >= 0) {
      // What is behind the compressed part is of the file too.
    }
    return Hash.of(digest.digest());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
