package io.loanwright.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL, which comes as an archive on the class path, once per version. */
final class Binaries {

  /** The version that is on the class path; its first part names the format of the data. */
  static final String VERSION = "18.6.0";

  private Binaries() {}

  /**
   * Returns the folder with {@code bin}, {@code lib} and {@code share}.
   *
   * @param parent where to unpack; a folder left half unpacked by a crash is thrown away
   */
  static Path unpack(Path parent) throws IOException {
    Path home = parent.resolve("server-" + VERSION);
    if (!Files.isDirectory(home)) {
      Path draft = parent.resolve("server-" + VERSION + ".new");
      delete(draft);
      DataFolder.makePrivate(draft);
      extract(archive(), draft);
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return home;
  }

  /** Deletes a folder with all that is in it; nothing happens where it does not exist. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static InputStream archive() {
    String name = "/postgres-" + system() + "-" + architecture() + ".txz";
    InputStream archive = Binaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new PostgresFailed(
          "This build carries no PostgreSQL for this machine ("
              + name.substring(1)
              + "). Set LOANWRIGHT_DB_URL to a PostgreSQL server of yours.",
          null);
    }
    return archive;
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("windows")) {
      return "windows";
    }
    return name.contains("mac") ? "darwin" : "linux";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch", "");
    boolean arm = name.equals("aarch64") || name.equals("arm64");
    return arm ? "arm_64" : "x86_64";
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive leads out of its folder: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean executable = (entry.getMode() & 0100) != 0;
      if (executable && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
