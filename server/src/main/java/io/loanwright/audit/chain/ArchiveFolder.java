package io.loanwright.audit.chain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code archive} of the data folder, for its owner only. A file is written aside,
 * forced to the disk and moved to its place, so one in its place is whole.
 */
@Component
class ArchiveFolder {

  private static final String DRAFT_END = ".new";
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

  /** Deletes the files of an archive, drafts too; false if there is none here. */
  boolean delete(UUID id) throws IOException {
    boolean found = false;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + id + "*")) {
        for (Path file : files) {
          found |= Files.deleteIfExists(file);
        }
      }
    }
    return found;
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
