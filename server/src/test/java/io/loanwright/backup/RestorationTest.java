package io.loanwright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.database.DatabaseUnusable;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.database.UnfinishedRestore;
import io.loanwright.postgres.EmbeddedServer;
import io.loanwright.postgres.HeldFolder;
import io.loanwright.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup becomes an installation, or nothing happens and it is said why. */
class RestorationTest {

  private static final String PAPER = "documents/ab/abcdef0123456789";
  private static final String ARCHIVE = "archive/trail-0000001-0000002-x.ndjson.gz";

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path file;
  private static Path source;
  private static OwnerDatabase database;
  private static BackupWriter.Made made;

  @BeforeAll
  static void aBackupIsMade() throws Exception {
    source = shared.resolve("source");
    Files.createDirectories(source.resolve(PAPER).getParent());
    Files.write(source.resolve(PAPER), new byte[] {1, 2, 3});
    Files.createDirectories(source.resolve("documents/incoming"));
    Files.writeString(source.resolve("documents/incoming/file7"), "half");
    Files.createDirectories(source.resolve("keys"));
    Files.writeString(source.resolve("keys/document-key"), "secret");
    Files.createDirectories(source.resolve("archive"));
    Files.writeString(source.resolve(ARCHIVE), "rows of long ago");
    Files.writeString(source.resolve("archive/half.new"), "half");
    database = TestDatabase.copyOfTemplate();
    execute(database, "SELECT nextval('loan.loan_number'), nextval('loan.loan_number')");
    file = shared.resolve("backup");
    made = BackupWriter.write(database, source, file);
  }

  @Test
  void aBackupIsForItsOwnerOnlyAndHasAllTablesPapersAndKeys() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(made.bytes()).isEqualTo(Files.size(file));
    assertThat(made.sha256()).isEqualTo(sum(file));
    assertThat(made.papers()).isEqualTo(1);
    assertThat(made.keys()).isEqualTo(1);
    assertThat(made.tables()).isEqualTo(tables(database).size());
    assertThat(BackupContent.sums(file))
        .containsKeys("database/identity.role", PAPER, ARCHIVE, "keys/document-key")
        .doesNotContainKeys("documents/incoming/file7", "archive/half.new");
    assertThat(beside(file)).noneMatch(name -> name.contains(".part"));
  }

  @Test
  void foldersOnAnotherDiskAreFollowedAndADraftOfAnotherBackupStays() throws Exception {
    Path data = Files.createDirectories(folder.resolve("linked"));
    Files.createSymbolicLink(data.resolve("documents"), source.resolve("documents"));
    Files.createSymbolicLink(data.resolve("keys"), source.resolve("keys"));
    Files.createSymbolicLink(data.resolve("archive"), source.resolve("archive"));
    Path other = Files.writeString(folder.resolve("linked-backup.part"), "of another one");

    BackupWriter.write(database, data, folder.resolve("linked-backup"));

    assertThat(BackupContent.sums(folder.resolve("linked-backup")))
        .isEqualTo(BackupContent.sums(file));
    assertThat(other).hasContent("of another one");
    assertThat(beside(other)).containsExactly("linked", "linked-backup", "linked-backup.part");
  }

  @Test
  void aNameThatCannotBeRestoredIsNotLeftOutInSilence() throws Exception {
    Path data = Files.createDirectories(folder.resolve("named"));
    Files.createDirectories(data.resolve("keys"));
    Files.writeString(data.resolve("keys/auditor 2026.pub"), "key");

    assertThatThrownBy(() -> BackupWriter.write(database, data, folder.resolve("named-backup")))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageContaining("auditor 2026.pub cannot be backed up");

    assertThat(beside(data)).containsExactly("named");
  }

  @Test
  void aRestoredFolderHasWhatTheBackupHas() throws Exception {
    Path target = folder.resolve("data");

    Restoration.Restored restored = restore(file, target, null, false);

    assertThat(restored.rows()).isEqualTo(made.rows());
    assertThat(restored.before()).isNull();
    assertThat(beside(target)).containsExactly("data");
    assertThat(Files.readAllBytes(target.resolve(PAPER))).containsExactly(1, 2, 3);
    assertThat(target.resolve(ARCHIVE)).hasContent("rows of long ago");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(target.resolve("keys/document-key"))))
        .isEqualTo("rw-------");
    try (EmbeddedServer server = EmbeddedServer.start(target)) {
      OwnerDatabase there = new OwnerDatabase(server.url(), EmbeddedServer.USER, server.password());
      assertSame(there, target);
      assertThat(number(there, "SELECT nextval('loan.loan_number')")).isEqualTo(3);
      assertThat(number(there, "SELECT count(*) FROM backup.backup WHERE kind = 'RESTORE'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aFolderInUseOrWithSomethingInItStaysAsItIs() throws Exception {
    Path target = folder.resolve("data");
    Files.createDirectories(target.resolve("postgres"));
    try (HeldFolder _ = HeldFolder.hold(target)) {
      assertRefused(file, target, null, false, "is running on " + target);
    }
    assertRefused(file, target, null, false, "has an installation in it");

    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("letter"), "Dear");
    assertRefused(file, home, null, true, "not Loanwright's");
    assertThat(beside(target)).containsExactly("data", "home");
    assertThat(beside(home.resolve("letter"))).containsExactly("letter");
  }

  @Test
  void whatIsReplacedIsKeptBeside() throws Exception {
    Path target = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(target.resolve("documents/aa"));
    Files.writeString(target.resolve("documents/aa/aa00"), "old");

    Restoration.Restored restored = restore(file, target, null, true);

    assertThat(restored.before()).isEqualTo(folder.resolve("data.before-restore"));
    assertThat(folder.resolve("data.before-restore/documents/aa/aa00")).hasContent("old");
    assertThat(target.resolve(PAPER)).exists();
    assertThat(target.resolve("documents/aa")).doesNotExist();
  }

  @Test
  void aDamagedFileIsRefusedBeforeAnythingIsTouched() throws Exception {
    Path target = folder.resolve("data");
    byte[] whole = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= 0x20;
      Files.write(damaged, bytes);
      try {
        // A byte that says when a part was written makes no difference.
        assertThat(BackupContent.sums(damaged)).isEqualTo(BackupContent.sums(file));
      } catch (BackupUnusable _) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10);

    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(damaged, target, null, false, "is damaged");
    Files.writeString(damaged, "no backup");
    assertRefused(damaged, target, null, false, "is damaged");
    assertRefused(folder.resolve("none"), target, null, false, "There is no file");
    assertThat(beside(target)).containsExactly("damaged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\":1 | \"format\":2 | newer version",
        "V1__backups.sql | V99__later.sql | newer version",
        "\"module\":\"backup\",\"script\":\"V1__backups.sql\",\"sha256\":\" |"
            + " \"module\":\"backup\",\"script\":\"V1__backups.sql\",\"sha256\":\"0 | another"
            + " version",
        "\"sequences\" | \"none\" | is damaged",
        "database/identity.role | ../identity.role | is damaged",
        "database/identity.role | other/identity.role | is damaged"
      })
  void aFileOfAnotherVersionIsRefused(String what, String with, String why) throws Exception {
    Path other =
        BackupContent.withManifest(file, folder.resolve("other"), text -> text.replace(what, with));

    assertRefused(other, folder.resolve("data"), null, false, why);

    assertThat(beside(other)).containsExactly("other");
  }

  @Test
  void aDatabaseOfAServerIsFilledByItsOwnerAndReplacedOnRequest() throws Exception {
    OwnerDatabase server = ofAnOrdinaryOwner();
    Path target = folder.resolve("data");
    Files.createDirectories(target.resolve("logs"));

    Restoration.Restored restored = restore(file, target, server, false);

    assertThat(restored.before()).isEqualTo(folder.resolve("data.before-restore"));
    assertSame(server, target);
    assertThat(target.resolve("postgres")).doesNotExist();
    assertRefused(file, folder.resolve("other"), server, false, "has an installation in it");
    execute(server, "UPDATE identity.role SET name = 'Changed'");
    restore(file, target, server, true);
    assertSame(server, target);
    assertThat(number(server, "SELECT count(*) FROM pg_namespace WHERE nspname ~ 'restore'"))
        .isZero();
  }

  @Test
  void schemasOfAnotherProgramAreNeverReplaced() throws Exception {
    OwnerDatabase server = ofAnOrdinaryOwner();
    execute(server, "CREATE SCHEMA mail; CREATE TABLE mail.letter AS SELECT 1 AS id");

    assertRefused(file, folder.resolve("data"), server, true, "not Loanwright's: mail");

    assertThat(number(server, "SELECT count(*) FROM mail.letter")).isEqualTo(1);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aRestoreThatFailsOrIsCutOffLeavesTheDatabaseAsItWas() throws Exception {
    OwnerDatabase server = ofAnOrdinaryOwner();
    restore(file, folder.resolve("first"), server, false);
    execute(server, "UPDATE identity.role SET name = 'Changed'");
    Path wrong =
        BackupContent.withManifest(
            file,
            folder.resolve("wrong"),
            text -> text.replaceFirst("(\"name\":\"role\"[^}]*\"rows\":)", "$19"));

    assertThatThrownBy(() -> restore(wrong, folder.resolve("second"), server, true))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageContaining("identity.role has");

    assertThat(number(server, "SELECT count(*) FROM identity.role WHERE name <> 'Changed'"))
        .isZero();
    assertThat(folder.resolve("second")).doesNotExist();
    try (ServerDatabase begun = ServerDatabase.begin(server, true)) {
      assertThat(begun).isNotNull();
      assertThatThrownBy(() -> UnfinishedRestore.refuse(server))
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessageContaining("restore once more");
      assertRefused(file, folder.resolve("third"), server, true, "Somebody else is restoring");
    }
    assertThat(number(server, "SELECT count(*) FROM identity.role WHERE name <> 'Changed'"))
        .isZero();
  }

  private static void assertSame(OwnerDatabase there, Path data) throws Exception {
    Path again = data.resolveSibling("again-" + UUID.randomUUID());
    BackupWriter.write(there, data, again);
    Map<String, String> sums = BackupContent.sums(again);
    Files.delete(again);
    assertThat(sums).isEqualTo(BackupContent.sums(file));
    assertThat(defined(there)).isEqualTo(defined(database));
  }

  /** What the tables are made of: indexes, constraints and triggers. */
  private static List<String> defined(OwnerDatabase where) throws SQLException {
    return texts(
        where,
        """
        SELECT pg_get_indexdef(i.indexrelid)
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE c.relnamespace::regnamespace::text = ANY (string_to_array('%1$s', ','))
         UNION ALL
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint
         WHERE connamespace::regnamespace::text = ANY (string_to_array('%1$s', ','))
         UNION ALL
        SELECT tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
         WHERE NOT tgisinternal
           AND c.relnamespace::regnamespace::text = ANY (string_to_array('%1$s', ','))
         ORDER BY 1
        """
            .formatted(String.join(",", Catalog.SCHEMAS)));
  }

  private static List<String> tables(OwnerDatabase where) throws SQLException {
    return texts(
        where,
        """
        SELECT schemaname || '.' || tablename
          FROM pg_tables
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'flyway')
        """);
  }

  private static OwnerDatabase ofAnOrdinaryOwner() throws SQLException {
    OwnerDatabase admin = TestDatabase.empty();
    String name = "owner_" + UUID.randomUUID().toString().substring(0, 8);
    String target = admin.url().substring(admin.url().lastIndexOf('/') + 1);
    execute(admin, "CREATE ROLE " + name + " LOGIN CREATEROLE PASSWORD 'only-for-tests'");
    execute(admin, "ALTER DATABASE " + target + " OWNER TO " + name);
    return new OwnerDatabase(admin.url(), name, "only-for-tests");
  }

  private static Restoration.Restored restore(
      Path from, Path to, @Nullable OwnerDatabase server, boolean replace)
      throws IOException, SQLException {
    return Restoration.restore(from, to, server, replace, _ -> {});
  }

  private static void assertRefused(
      Path from, Path to, @Nullable OwnerDatabase server, boolean replace, String why) {
    assertThatThrownBy(() -> restore(from, to, server, replace))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageContaining(why);
  }

  private static List<String> beside(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path.getParent())) {
      return files.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static String sum(Path path) throws IOException {
    try (var stream = Files.newInputStream(path)) {
      return Digested.all(stream).sum();
    }
  }

  private static long number(OwnerDatabase where, String query) throws SQLException {
    return Long.parseLong(texts(where, query).getFirst());
  }

  private static List<String> texts(OwnerDatabase where, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = where.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void execute(OwnerDatabase where, String sql) throws SQLException {
    try (Connection connection = where.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
