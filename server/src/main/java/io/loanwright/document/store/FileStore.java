package io.loanwright.document.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files under the SHA-256 of their content, below the data folder: {@code documents/ab/abcd…}.
 *
 * <p>A file is written aside, forced to the disk, and moved to its place at once; so a file in its
 * place is whole. The same content has the same place.
 */
@Component
public class FileStore {

  private final Path folder;

  FileStore(@Value("${loanwright.data-dir}") Path data) {
    this.folder = data.toAbsolutePath().resolve("documents");
  }

  /**
   * Takes in a file, aside until it is kept.
   *
   * @param limit the most bytes to read; one more is enough to know that it is too large
   */
  public Incoming receive(InputStream content, long limit) throws IOException {
    Path aside = Files.createDirectories(folder.resolve("incoming"));
    Path file = Files.createTempFile(aside, "file", null);
    try {
      return received(file, content, limit);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Incoming received(Path file, InputStream content, long limit) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
      long size = copy(content, out, limit);
      channel.force(true);
      return new Incoming(file, size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  /** Returns a file that was kept, or nothing if it is not there. */
  public Optional<Path> find(String sha256) {
    return Optional.of(place(sha256)).filter(Files::isRegularFile);
  }

  private Path place(String sha256) {
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return folder.resolve(sha256.substring(0, 2));
  }

  /** Makes the names in a folder durable, where a system lets a folder be opened. */
  private static void force(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  private static long copy(InputStream content, OutputStream out, long limit) throws IOException {
    byte[] buffer = new byte[8192];
    long size = 0;
    while (size <= limit) {
      int read = content.read(buffer);
      if (read < 0) {
        return size;
      }
      out.write(buffer, 0, read);
      size += read;
    }
    return size;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A file that has come and is not kept yet; closing forgets it unless it was kept. */
  public final class Incoming implements Closeable {

    private final Path file;
    private final long size;
    private final String sha256;

    private Incoming(Path file, long size, String sha256) {
      this.file = file;
      this.size = size;
      this.sha256 = sha256;
    }

    /** Returns how many bytes came; more than the limit if it was too large. */
    public long size() {
      return size;
    }

    /** Returns the SHA-256 of what came, in hexadecimal. */
    public String sha256() {
      return sha256;
    }

    /** Opens what came. */
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    /** Puts the file in its place. */
    public void keep() throws IOException {
      Path shelf = Files.createDirectories(shelf(sha256));
      Files.move(
          file, place(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(shelf);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
