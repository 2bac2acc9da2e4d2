package io.loanwright.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code archive} of the data folder, for its owner only. A file is written aside,
 * forced to the disk and moved to its place, so one in its place is whole.
 */
@Component
class ArchiveFolder {

  private static final String DRAFT_END = ".new";

  private static final Pattern NAME =
      Pattern.compile(
          ".*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:%s|%s)"
              .formatted(Pattern.quote(Archive.NAME_END), Pattern.quote(DRAFT_END)));

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  ArchiveFolder(@Value("${loanwright.data-dir}") Path data) {
    this.folder = data.toAbsolutePath().resolve("archive");
  }

  /** Returns where the file of an archive is to be. */
  Path file(Archive archive) {
    return folder.resolve(archive.file());
  }

  /** Makes an empty draft of a file. */
  Path draft(UUID id) throws IOException {
    Files.createDirectories(folder, only("rwx------"));
    forceNames(Objects.requireNonNull(folder.getParent()));
    Path draft = folder.resolve(id + DRAFT_END);
    Files.deleteIfExists(draft);
    return Files.createFile(draft, only("rw-------"));
  }

  /** Moves a draft that is whole to its place. */
  Path put(Path draft, Archive archive) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path file = file(archive);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    forceNames(folder);
    return file;
  }

  /** Returns whether there is such a folder; the first file makes it. */
  boolean isThere() {
    return Files.isDirectory(folder);
  }

  /** Returns the names of the files here by their archives; of one with a draft, either. */
  Map<UUID, String> files() {
    Map<UUID, String> found = new HashMap<>();
    if (isThere()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
          if (name.matches()) {
            found.put(UUID.fromString(name.group(1)), name.group());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The folder of the archives cannot be read", e);
      }
    }
    return found;
  }

  /** Deletes the files of an archive that are here, drafts too. */
  void delete(UUID id) throws IOException {
    if (isThere()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + id + "*")) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void forceNames(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private static FileAttribute<?>[] only(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
