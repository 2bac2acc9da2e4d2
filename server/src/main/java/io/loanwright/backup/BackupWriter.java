package io.loanwright.backup;

import io.loanwright.backup.Manifest.Migration;
import io.loanwright.backup.Manifest.Part;
import io.loanwright.backup.Manifest.Sequence;
import io.loanwright.backup.Manifest.Table;
import io.loanwright.database.Migrations;
import io.loanwright.database.OwnerDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one backup.
 *
 * <p>All rows are read in one snapshot. Papers, archives of the trail and keys are read after it: a
 * paper is in its place before a row names it, so each that the rows name is found, unless it was
 * erased meanwhile.
 */
public final class BackupWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BUFFER = 1 << 16;
  private static final String ARCHIVES = "SELECT id FROM audit.archive_card ORDER BY first_seal";

  private final Path data;
  private final ZipOutputStream zip;
  private final List<Part> parts = new ArrayList<>();

  /** The ids of the archives that the rows name. */
  private final List<String> archives = new ArrayList<>();

  private BackupWriter(Path data, ZipOutputStream zip) {
    this.data = data;
    this.zip = zip;
  }

  /**
   * What was written.
   *
   * @param at the moment whose state the file has
   * @param bytes the size of the file
   * @param sha256 of the whole file, in hexadecimal digits
   * @param named how many papers the database names, wherever they are
   * @param missing the ids of archives that the database names and whose file is not there
   */
  public record Made(
      Instant at,
      long bytes,
      String sha256,
      int tables,
      long rows,
      long papers,
      long keys,
      long named,
      List<String> missing) {}

  /**
   * Writes a backup beside the place that it is for and moves it there once it is whole and on the
   * disk; what was there is replaced. Whoever writes to the same place meanwhile has a draft of his
   * own.
   *
   * @param database all of whose migrations have run
   * @param data the data folder with papers and keys, which may be missing
   * @throws BackupUnusable if the file cannot be written
   */
  public static Made write(OwnerDatabase database, Path data, Path file) throws SQLException {
    String own = UUID.randomUUID().toString().substring(0, 8);
    Path draft = file.resolveSibling(file.getFileName() + ".part-" + own);
    try {
      PrivateFiles.make(draft);
      try {
        Made made = writeDraft(database, data, draft);
        PrivateFiles.force(draft);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.forceNames(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        return made;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new BackupUnusable("The backup " + file + " cannot be written: " + e, e);
    }
  }

  private static Made writeDraft(OwnerDatabase database, Path data, Path draft)
      throws IOException, SQLException {
    try (Digested whole =
        new Digested(new BufferedOutputStream(Files.newOutputStream(draft), BUFFER))) {
      Manifest manifest;
      List<String> missing;
      try (ZipOutputStream zip = new ZipOutputStream(whole)) {
        BackupWriter writer = new BackupWriter(data, zip);
        manifest = writer.writeAll(database);
        missing = writer.missing();
      }
      return new Made(
          manifest.at(),
          whole.bytes(),
          whole.sum(),
          manifest.tables().size(),
          manifest.rows(),
          manifest.count(Manifest.PAPERS),
          manifest.count(Manifest.KEYS),
          manifest.rowsOf("document", "content"),
          missing);
    }
  }

  private Manifest writeAll(OwnerDatabase database) throws IOException, SQLException {
    List<Migration> migrations =
        Migrations.ran(database).stream().map(BackupWriter::migration).toList();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      Instant at = beginSnapshot(connection);
      Catalog catalog = new Catalog(connection);
      List<Table> tables = writeTables(connection, catalog.tables());
      List<Sequence> sequences = sequences(connection, catalog.sequences());
      readArchives(connection);
      connection.rollback();
      zip.setLevel(Deflater.NO_COMPRESSION);
      writeFiles(Manifest.PAPERS);
      writeFiles(Manifest.ARCHIVES);
      writeFiles(Manifest.KEYS);
      zip.setLevel(Deflater.BEST_SPEED);
      Manifest manifest =
          new Manifest(Manifest.FORMAT, at, migrations, tables, sequences, List.copyOf(parts));
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      zip.write(JSON.writeValueAsBytes(manifest));
      zip.closeEntry();
      return manifest;
    }
  }

  private void readArchives(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ARCHIVES)) {
      while (row.next()) {
        archives.add(row.getString("id"));
      }
    }
  }

  private List<String> missing() {
    return archives.stream()
        .filter(id ->
            parts.stream()
                .noneMatch(
                    part -> part.name().startsWith(Manifest.ARCHIVES) && part.name().contains(id)))
        .toList();
  }

  private static Migration migration(Migrations.Ran ran) {
    String text =
        Migrations.text(ran)
            .orElseThrow(() ->
                BackupUnusable.of(
                    "The database is of a newer version of Loanwright: it has the migration "
                        + ran.module()
                        + "/"
                        + ran.script()
                        + "."));
    return new Migration(ran.module(), ran.script(), Digested.sumOf(text.replace("\r", "")));
  }

  private static Instant beginSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      try (ResultSet row = statement.executeQuery("SELECT now()")) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }

  private List<Table> writeTables(Connection connection, List<Catalog.Columns> tables)
      throws IOException, SQLException {
    CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
    zip.setLevel(Deflater.BEST_SPEED);
    List<Table> written = new ArrayList<>();
    for (Catalog.Columns table : tables) {
      String copy = "COPY " + rows(table) + " TO STDOUT (FORMAT binary)";
      String entry = Manifest.DATABASE + table.schema() + "." + table.table();
      try (Digested part = begin(entry)) {
        long rows = copying.copyOut(copy, part);
        end(entry, part);
        written.add(new Table(table.schema(), table.table(), table.columns(), rows));
      }
    }
    return written;
  }

  /** A table with the columns that are copied, as {@code COPY} has it. */
  static String rows(Catalog.Columns table) {
    return Catalog.quoted(table.schema(), table.table())
        + table.columns().stream()
            .map(Catalog::quoted)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /** A sequence is in no snapshot, but never behind one. */
  private static List<Sequence> sequences(Connection connection, List<Catalog.Name> names)
      throws SQLException {
    List<Sequence> found = new ArrayList<>();
    for (Catalog.Name name : names) {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("SELECT last_value, is_called FROM " + name.quoted())) {
        row.next();
        found.add(new Sequence(name.schema(), name.name(), row.getLong(1), row.getBoolean(2)));
      }
    }
    return found;
  }

  private void writeFiles(String folder) throws IOException {
    Path root = data.resolve(folder);
    for (Path file : PrivateFiles.below(root)) {
      String entry = folder + unixPath(file);
      try (InputStream from = Files.newInputStream(root.resolve(file))) {
        Digested part = begin(entry);
        from.transferTo(part);
        end(entry, part);
      } catch (NoSuchFileException _) {
        // Erased since the folder was listed, with the row that named it.
      }
    }
  }

  private static String unixPath(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }

  private Digested begin(String entry) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    return new Digested(new Unclosed(zip));
  }

  private void end(String entry, Digested part) throws IOException {
    zip.closeEntry();
    parts.add(new Part(entry, part.bytes(), part.sum()));
  }

  /** Whoever writes an entry may close it as often as he likes. */
  private static final class Unclosed extends OutputStream {

    private final OutputStream below;

    Unclosed(OutputStream below) {
      this.below = below;
    }

    @Override
    public void write(int one) throws IOException {
      below.write(one);
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
      below.write(many, from, length);
    }
  }
}
