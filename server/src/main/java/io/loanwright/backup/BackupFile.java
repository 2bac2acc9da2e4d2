package io.loanwright.backup;

import io.loanwright.backup.Manifest.Migration;
import io.loanwright.backup.Manifest.Part;
import io.loanwright.database.Migrations;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is whole: each part of it is what was written. */
final class BackupFile implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path file, ZipFile zip, Manifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a file and reads all of it once.
   *
   * @throws BackupUnusable if it is no backup, damaged, or of a version that this one cannot read
   */
  static BackupFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw BackupUnusable.of("There is no file " + file + ".");
    }
    ZipFile zip = zip(file);
    try {
      BackupFile backup = new BackupFile(file, zip, manifest(file, zip));
      backup.checkMigrations();
      backup.checkParts();
      return backup;
    } catch (IOException e) {
      close(zip, e);
      throw damaged(file, "it cannot be read", e);
    } catch (RuntimeException e) {
      close(zip, e);
      throw e;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** Opens a part; the caller closes it. */
  InputStream part(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(file, name + " is missing", null);
    }
    return new BufferedInputStream(zip.getInputStream(entry), BUFFER);
  }

  /**
   * Puts papers, archives and keys into a data folder, for their owner only and on the disk, with
   * the names of all folders.
   */
  void unpackFiles(Path folder) throws IOException {
    Set<Path> folders = new HashSet<>();
    for (Part part : manifest.parts()) {
      if (!part.isOf(Manifest.DATABASE)) {
        Path target = folder.resolve(part.name());
        Path parent = Objects.requireNonNull(target.getParent());
        PrivateFiles.makeFolder(parent);
        PrivateFiles.make(target);
        try (InputStream from = part(part.name());
            OutputStream to = Files.newOutputStream(target)) {
          from.transferTo(to);
        }
        PrivateFiles.force(target);
        addAll(folders, folder, parent);
      }
    }
    for (Path made : folders) {
      PrivateFiles.forceNames(made);
    }
  }

  /** Adds a folder and all those above it, up to the one where all are. */
  private static void addAll(Set<Path> folders, Path top, Path lowest) {
    for (@Nullable Path each = lowest;
        each != null && each.startsWith(top);
        each = each.getParent()) {
      folders.add(each);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile zip(Path file) {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException e) {
      throw damaged(file, "it is no backup, or cut off", e);
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw damaged(file, "it has no " + Manifest.NAME, null);
    }
    byte[] json;
    try (InputStream stream = zip.getInputStream(entry)) {
      json = stream.readAllBytes();
    }
    CRC32 sum = new CRC32();
    sum.update(json);
    if (sum.getValue() != entry.getCrc()) {
      throw damaged(file, Manifest.NAME + " was changed", null);
    }
    try {
      JsonNode tree = JSON.readTree(json);
      int format = tree.path("format").asInt(0);
      if (format > Manifest.FORMAT) {
        throw newer(file, "its form is number " + format);
      }
      return JSON.treeToValue(tree, Manifest.class);
    } catch (JacksonException e) {
      throw damaged(file, Manifest.NAME + " cannot be read", e);
    }
  }

  private void checkMigrations() {
    for (Migration migration : manifest.migrations()) {
      String name = migration.module() + "/" + migration.script();
      Optional<String> ours =
          Migrations.text(new Migrations.Ran(migration.module(), migration.script()));
      if (ours.isEmpty()) {
        throw newer(file, "its database has the migration " + name);
      }
      if (!Digested.sumOf(ours.get().replace("\r", "")).equals(migration.sha256())) {
        throw BackupUnusable.of(
            file
                + " was made by another version of Loanwright, whose migration "
                + name
                + " is another one. Restore it with that version.");
      }
    }
  }

  private void checkParts() throws IOException {
    Set<String> names = new HashSet<>();
    for (Part part : manifest.parts()) {
      if (!PrivateFiles.isSafe(Path.of(part.name())) || !isKnown(part)) {
        throw damaged(file, "it has a part " + part.name(), null);
      }
      try (InputStream stream = part(part.name())) {
        Digested read = Digested.all(stream);
        if (read.bytes() != part.bytes() || !read.sum().equals(part.sha256())) {
          throw damaged(file, part.name() + " was changed", null);
        }
      }
      names.add(part.name());
    }
    for (Manifest.Table table : manifest.tables()) {
      if (!names.contains(table.entry())) {
        throw damaged(file, table.entry() + " is missing", null);
      }
    }
  }

  private static boolean isKnown(Part part) {
    return Stream.of(Manifest.DATABASE, Manifest.PAPERS, Manifest.ARCHIVES, Manifest.KEYS)
        .anyMatch(part::isOf);
  }

  private static BackupUnusable damaged(Path file, String what, @Nullable Exception cause) {
    return new BackupUnusable(file + " is damaged: " + what + ". Nothing was restored.", cause);
  }

  private static BackupUnusable newer(Path file, String what) {
    return BackupUnusable.of(
        file
            + " was made by a newer version of Loanwright: "
            + what
            + ". Restore it with that version.");
  }

  private static void close(ZipFile zip, Exception why) {
    try {
      zip.close();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }
}
