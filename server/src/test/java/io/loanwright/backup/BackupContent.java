package io.loanwright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What is in backups, for those who compare. */
public final class BackupContent {

  private BackupContent() {}

  /** Returns the sum of each part but of the table that says which backups there were. */
  public static Map<String, String> sums(Path file) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (BackupFile backup = BackupFile.open(file)) {
      for (Manifest.Part part : backup.manifest().parts()) {
        if (!part.name().equals("database/backup.backup")) {
          sums.put(part.name(), part.sha256());
        }
      }
    }
    return sums;
  }

  /** Returns how many rows a table has in a backup. */
  public static long rows(Path file, String table) throws IOException {
    try (BackupFile backup = BackupFile.open(file)) {
      return backup.manifest().tables().stream()
          .filter(one -> table.equals(one.schema() + "." + one.name()))
          .findFirst()
          .orElseThrow()
          .rows();
    }
  }

  /** Writes a copy of a backup that says something else of itself. */
  static Path withManifest(Path file, Path copy, UnaryOperator<String> change) throws IOException {
    try (ZipFile from = new ZipFile(file.toFile());
        OutputStream stream = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(stream)) {
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        to.putNextEntry(new ZipEntry(name));
        try (InputStream part = from.getInputStream(from.getEntry(name))) {
          byte[] bytes = part.readAllBytes();
          if (name.equals(Manifest.NAME)) {
            bytes =
                change
                    .apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
          }
          to.write(bytes);
        }
        to.closeEntry();
      }
    }
    return copy;
  }
}
