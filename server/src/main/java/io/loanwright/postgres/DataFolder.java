package io.loanwright.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The folder with everything that an installation keeps, held by one program at a time.
 *
 * <p>The lock belongs to the process and goes with it, however it ends.
 */
final class DataFolder implements AutoCloseable {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final FileChannel lockFile;

  private DataFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Opens a folder, making it where it is missing.
   *
   * @throws PostgresFailed.FolderInUse if another program holds it
   * @throws PostgresFailed if it cannot be made or written
   */
  static DataFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      makePrivate(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new PostgresFailed.FolderInUse(
            "Another Loanwright is running on " + folder + ". Stop it first, or use --data.");
      }
      return new DataFolder(folder.toRealPath(), channel);
    } catch (IOException e) {
      throw new PostgresFailed("The data folder " + folder + " cannot be used: " + e, e);
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Makes a folder that only the user can enter, and its parents. */
  static void makePrivate(Path folder) throws IOException {
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    if (Files.isDirectory(folder)) {
      if (POSIX) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } else {
      Files.createDirectory(folder, only("rwx------"));
    }
  }

  /** Reads the password of the server, making one where there is none. */
  String password() throws IOException {
    Path file = folder.resolve("postgres/password");
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Path draft = file.resolveSibling("password.new");
      Files.deleteIfExists(draft);
      Files.createFile(draft, only("rw-------"));
      Files.writeString(draft, HexFormat.of().formatHex(random));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  private static FileAttribute<?>[] only(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
