package io.loanwright.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files and folders that only their owner can read. */
final class PrivateFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** A name that leads nowhere else, in any file system. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

  private PrivateFiles() {}

  /** Makes a file anew. */
  static Path make(Path file) throws IOException {
    Files.deleteIfExists(file);
    return Files.createFile(file, only("rw-------"));
  }

  /** Makes a folder and those above it, where they are missing. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, only("rwx------"));
  }

  /** Waits until a file is on the disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes the names in a folder durable, where a system lets a folder be opened. */
  static void forceNames(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /**
   * Returns the files below a folder that are of use to somebody else, as seen from the folder and
   * sorted; none if there is no folder. Links are followed; hidden files are of no use.
   *
   * @throws BackupUnusable if a name cannot be restored everywhere
   */
  static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Visit(folder, found));
    }
    Collections.sort(found);
    return found;
  }

  /** Goes through a folder in which files come and go. */
  private static final class Visit extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<Path> found;

    Visit(Path folder, List<Path> found) {
      this.folder = folder;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      boolean isNeedless =
          path.equals(folder.resolve("incoming")) || (!path.equals(folder) && isHidden(path));
      return isNeedless ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      Path relative = folder.relativize(path);
      if (attributes.isRegularFile() && !isHidden(path) && !path.toString().endsWith(".new")) {
        if (!isSafe(relative)) {
          throw BackupUnusable.of(
              path + " cannot be backed up under its name. Rename it: letters, digits, . _ and -");
        }
        found.add(relative);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }

  /** Returns whether a path stays below the folder that it is resolved against. */
  static boolean isSafe(Path relative) {
    if (relative.isAbsolute()) {
      return false;
    }
    for (Path name : relative) {
      if (!NAME.matcher(name.toString()).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Deletes a folder with all that is in it; nothing happens where it does not exist. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
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
