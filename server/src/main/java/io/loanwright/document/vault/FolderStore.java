package io.loanwright.document.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files below the data folder: {@code documents/ab/abcd…}.
 *
 * <p>A file is written aside, forced to the disk, and moved to its place at once; so a file in its
 * place is whole.
 */
@Component
class FolderStore implements ObjectStore {

  private final Path folder;

  FolderStore(@Value("${loanwright.data-dir}") Path data) {
    this.folder = data.toAbsolutePath().resolve("documents");
  }

  @Override
  public Kind kind() {
    return Kind.FOLDER;
  }

  @Override
  public boolean isUsed() {
    return true;
  }

  @Override
  public void put(String place, byte[] sealed) throws IOException {
    Path aside = Files.createDirectories(folder.resolve("incoming"));
    Path draft = Files.createTempFile(aside, "file", null);
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Path file = file(place);
      Path shelf = Files.createDirectories(folder.resolve(place.substring(0, 2)));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(shelf);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public Optional<byte[]> get(String place) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(place)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean has(String place) {
    return Files.isRegularFile(file(place));
  }

  @Override
  public void delete(String place) throws IOException {
    Files.deleteIfExists(file(place));
  }

  private Path file(String place) {
    return folder.resolve(place.substring(0, 2)).resolve(place);
  }

  /** Makes the names in a folder durable, where a system lets a folder be opened. */
  static void force(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }
}
