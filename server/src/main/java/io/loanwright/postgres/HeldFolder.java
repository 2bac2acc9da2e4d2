package io.loanwright.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A data folder on which no program starts while it is held. */
public final class HeldFolder implements AutoCloseable {

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
   * Returns the program that holds a folder: the one that has its lock open. Nothing where none
   * does, or where the system does not tell.
   */
  public static Optional<ProcessHandle> holder(Path path) {
    try {
      Path lock = path.toRealPath().resolve("lock");
      try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
        return all.filter(process -> process.pid() != ProcessHandle.current().pid())
            .filter(process -> hasOpen(process, lock))
            .findFirst();
      }
    } catch (IOException e) {
      return Optional.empty();
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
