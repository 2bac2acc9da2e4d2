package io.loanwright.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data folder on which no program starts while it is held. */
public final class HeldFolder implements AutoCloseable {

  private static final Path LOCKS = Path.of("/proc/locks");
  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final int PROCESS = 4;
  private static final int INODE = 5;

  private final DataFolder folder;

  private HeldFolder(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * Holds a folder, making it where it is missing.
   *
   * @throws PostgresFailed.FolderInUse if a program holds it
   */
  public static HeldFolder hold(Path path) {
    return new HeldFolder(DataFolder.open(path));
  }

  /**
   * Returns the program that holds a folder: the one that has its lock, and not one that reads the
   * file, like a backup of the disk. Where the system does not tell who has the lock, it is the
   * first one that has the file open; nothing where none has, or it does not tell that either.
   */
  public static Optional<ProcessHandle> holder(Path path) {
    try {
      Path lock = path.toRealPath().resolve("lock");
      Set<Long> lockers = lockers(lock);
      try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
        return all.filter(process -> process.pid() != ProcessHandle.current().pid())
            .filter(process -> lockers.isEmpty() || lockers.contains(process.pid()))
            .filter(process -> hasOpen(process, lock))
            .findFirst();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the processes that have locks of a file, as Linux tells: words of a line are the number
   * of the lock, its kind, whether it binds, what it locks for, the process, and device and inode.
   */
  private static Set<Long> lockers(Path file) {
    try {
      String inode = ":" + Files.getAttribute(file, "unix:ino");
      return Files.readAllLines(LOCKS).stream()
          .map(line -> WORDS.split(line.strip()))
          .filter(words -> words.length > INODE && words[INODE].endsWith(inode))
          .map(words -> Long.valueOf(words[PROCESS]))
          .collect(Collectors.toSet());
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return Set.of();
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private static boolean hasOpen(ProcessHandle process, Path file) {
    Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
    if (!Files.isReadable(open)) {
      return false;
    }
    try (Stream<Path> files = Files.list(open)) {
      return files.anyMatch(link -> leadsTo(link, file));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException e) {
      return false;
    }
  }
}
