package io.loanwright.backup;

import io.loanwright.postgres.HeldFolder;
import io.loanwright.postgres.PostgresFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data folder that a restore makes: it is made beside its place and moved there when it is
 * whole. The one that was there is kept beside.
 */
final class TargetFolder implements AutoCloseable {

  private static final Duration STOP_MAX = Duration.ofSeconds(60);

  private final Path folder;
  private final boolean isNew;
  private final HeldFolder held;
  private final Path draft;
  private @Nullable Path before;
  private boolean isMoved;

  private TargetFolder(Path folder, boolean isNew, HeldFolder held) {
    this.folder = folder;
    this.isNew = isNew;
    this.held = held;
    this.draft = beside(".restoring-" + UUID.randomUUID().toString().substring(0, 8));
  }

  /**
   * Opens the place of a data folder for a restore.
   *
   * @param replace whether something may be there, and whether a program that runs on it is stopped
   * @param say tells the person at the machine what happens
   * @throws BackupUnusable if a program runs on it, or something is there that is to stay
   */
  static TargetFolder open(Path path, boolean replace, Consumer<String> say) throws IOException {
    Path folder = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw BackupUnusable.of(folder + " is a file.");
    }
    boolean isNew = !Files.exists(folder);
    boolean isEmpty = hasOnly(folder, Set.of("lock", "logs"));
    if (!isEmpty && !isDataFolder(folder)) {
      throw BackupUnusable.of(folder + " has files in it that are not Loanwright's.");
    }
    HeldFolder held = hold(folder, replace, say);
    if (!isEmpty && !replace) {
      held.close();
      throw BackupUnusable.of(
          folder + " has an installation in it. Name another folder by --data, or say --replace.");
    }
    return new TargetFolder(folder, isNew, held);
  }

  /** Returns where the new folder is made. */
  Path draft() {
    return draft;
  }

  /** Returns where what was there is kept, once it has been moved. */
  @Nullable Path before() {
    return before;
  }

  /** Moves the new folder to its place, and what was there aside. */
  void move() throws IOException {
    try {
      if (isEmpty(folder)) {
        PrivateFiles.delete(folder);
      } else {
        Path kept = free();
        Files.move(folder, kept, StandardCopyOption.ATOMIC_MOVE);
        before = kept;
      }
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      isMoved = true;
      PrivateFiles.forceNames(Objects.requireNonNull(folder.getParent()));
    } catch (IOException e) {
      takeBack();
      throw new BackupUnusable(
          folder + " cannot be replaced: " + e + ". If it is a mount, name a folder in it.", e);
    }
  }

  /** Puts what was there back to its place. */
  void takeBack() throws IOException {
    if (isMoved) {
      Files.move(folder, draft, StandardCopyOption.ATOMIC_MOVE);
      isMoved = false;
    }
    if (before != null) {
      Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
      before = null;
    }
  }

  /** Gives up the place, and throws away what was not moved there. */
  @Override
  public void close() throws IOException {
    held.close();
    PrivateFiles.delete(draft);
    if (!isMoved && isNew && isEmpty(folder)) {
      PrivateFiles.delete(folder);
    }
  }

  private static HeldFolder hold(Path folder, boolean replace, Consumer<String> say) {
    try {
      return HeldFolder.hold(folder);
    } catch (PostgresFailed.FolderInUse inUse) {
      Optional<ProcessHandle> program = HeldFolder.holder(folder);
      if (!replace || program.isEmpty()) {
        throw BackupUnusable.of("Loanwright is running on " + folder + ". Stop it first.");
      }
      say.accept(
          "stopping the program that runs on " + folder + ", process " + program.get().pid());
      stop(program.get(), folder);
      return HeldFolder.hold(folder);
    }
  }

  private static void stop(ProcessHandle program, Path folder) {
    program.destroy();
    try {
      program.onExit().get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new BackupUnusable("The program that runs on " + folder + " does not stop.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackupUnusable("Interrupted", e);
    }
  }

  private Path free() {
    Path kept = beside(".before-restore");
    for (int i = 2; Files.exists(kept); i++) {
      kept = beside(".before-restore-" + i);
    }
    return kept;
  }

  private Path beside(String ending) {
    return folder.resolveSibling(folder.getFileName() + ending);
  }

  /** The lock is there wherever a program was about to start. */
  private static boolean isEmpty(Path folder) throws IOException {
    return hasOnly(folder, Set.of("lock"));
  }

  /** A start that failed leaves logs, and so does a command on the database of a server. */
  private static boolean hasOnly(Path folder, Set<String> names) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> names.contains(String.valueOf(file.getFileName())));
    }
  }

  private static boolean isDataFolder(Path folder) {
    return Stream.of("postgres", "documents", "keys")
        .anyMatch(name -> Files.isDirectory(folder.resolve(name)));
  }
}
