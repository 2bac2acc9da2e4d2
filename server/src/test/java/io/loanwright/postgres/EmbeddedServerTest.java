package io.loanwright.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server keeps what was committed, whoever is killed, and starts again without help.
 *
 * <p>Tests start the server in a Java process of its own, kill, and start it again here. Each has a
 * copy of one folder that was made and stopped in order, to save time.
 */
class EmbeddedServerTest {

  @TempDir static Path shared;

  @BeforeAll
  static void aFolderToCopyIsMade() {
    EmbeddedServer.start(shared.resolve("seed")).close();
  }

  @Test
  void aNewFolderGetsAServerThatOnlyItsOwnerCanUse() throws Exception {
    Path folder = shared.resolve("new");
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(value(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(value(server, "SHOW fsync")).isEqualTo("on");
      assertThat(value(server, "SHOW shared_buffers")).isEqualTo("256MB");
      assertThat(value(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              value(
                  server,
                  "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
          .isEqualTo("0");
      assertThat(value(server, "SELECT datlocale FROM pg_database WHERE datname = 'loanwright'"))
          .isEqualTo("C.UTF-8");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.url(), EmbeddedServer.USER, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("postgres/password"))).isEqualTo("rw-------");
  }

  @Test
  void aSmallMachineMayGiveItLessMemory() {
    assertThat(Program.memory(Map.of())).isEqualTo("256MB");
    assertThat(Program.memory(Map.of("LOANWRIGHT_DB_MEMORY", " "))).isEqualTo("256MB");
    assertThat(Program.memory(Map.of("LOANWRIGHT_DB_MEMORY", "64MB"))).isEqualTo("64MB");
  }

  @Test
  void aSecondProgramOnTheFolderIsToldSo() throws Exception {
    Path folder = copy("twice");
    try (EmbeddedServer _ = EmbeddedServer.start(folder)) {
      assertThatThrownBy(() -> EmbeddedServer.start(folder))
          .isInstanceOf(PostgresFailed.FolderInUse.class)
          .hasMessageContaining("Another Loanwright is running on " + folder.toAbsolutePath());
    }
  }

  @Test
  void aStopInOrderLeavesNoProcessAndTheNextStartHasTheData() throws Exception {
    Path folder = copy("order");
    long pid;
    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      pid = server.pid();
      value(server, "CREATE TABLE kept AS SELECT 'a' AS value");
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder.resolve("postgres/data-18/postmaster.pid")).doesNotExist();

    assertThat(kept(folder)).containsExactly("a");
  }

  @Test
  void aKilledProgramLosesNothing() throws Exception {
    Path folder = copy("program");
    Held held = Held.start(folder, "one");

    held.java.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(held.postgres)).as("its server lives on").isPresent();

    assertThat(kept(folder)).containsExactly("one");
    assertThat(ProcessHandle.of(held.postgres).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aKilledProgramAndAllOfItsServerLoseNothing() throws Exception {
    Path folder = copy("all");
    Held held = Held.start(folder, "one");
    List<ProcessHandle> children =
        ProcessHandle.of(held.postgres).orElseThrow().descendants().toList();

    held.java.destroyForcibly().waitFor();
    ProcessHandle.of(held.postgres).orElseThrow().destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);

    assertThat(children).isNotEmpty();
    assertThat(kept(folder)).containsExactly("one");
  }

  @Test
  void aKilledPostmasterWhoseChildrenLiveLosesNothing() throws Exception {
    Path folder = copy("postmaster");
    Held held = Held.start(folder, "one");

    ProcessHandle.of(held.postgres).orElseThrow().destroyForcibly();
    held.java.destroyForcibly().waitFor();

    assertThat(kept(folder)).containsExactly("one");
  }

  @Test
  void aServerThatIsKilledAloneIsStartedAgainAtTheSameAddress() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(copy("alone"))) {
      value(server, "CREATE TABLE kept AS SELECT 'a' AS value");
      long killed = server.pid();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(value(server, "SELECT value FROM kept")).isEqualTo("a"));
      assertThat(server.pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void aPidThatAnotherProcessHasNowIsLeftAlone() throws Exception {
    Path folder = copy("pid");
    Held held = Held.start(folder, "one");
    ProcessHandle.of(held.postgres).orElseThrow().destroyForcibly();
    held.java.destroyForcibly().waitFor();
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      Path pidFile = folder.toRealPath().resolve("postgres/data-18/postmaster.pid");
      List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
      lines.set(0, Long.toString(stranger.pid()));
      Files.write(pidFile, lines);

      assertThat(kept(folder)).containsExactly("one");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aCrashWhileTheFilesWereMadeIsMadeGood() throws Exception {
    Path folder = shared.resolve("half");
    Files.createDirectories(folder.resolve("postgres/data-18.new/base"));
    Files.createDirectories(folder.resolve("postgres/server-18.6.0.new/bin"));
    Files.writeString(folder.resolve("postgres/data-18.new/PG_VERSION"), "18");

    try (EmbeddedServer server = EmbeddedServer.start(folder)) {
      assertThat(value(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aServerThatCannotStartFailsAtOnceWithItsOwnWords() throws Exception {
    Path folder = copy("broken");
    Files.writeString(folder.resolve("postgres/data-18/postgresql.conf"), "nonsense = 1\n");

    assertThatThrownBy(() -> EmbeddedServer.start(folder))
        .isInstanceOf(PostgresFailed.class)
        .hasMessageContaining("unrecognized configuration parameter \"nonsense\"");
  }

  /** Copies the seed; of the unpacked program, which nobody changes, only the links. */
  private static Path copy(String name) throws IOException, InterruptedException {
    Path seed = shared.resolve("seed/postgres");
    Path folder = shared.resolve(name);
    Path files = Files.createDirectories(folder.resolve("postgres"));
    run("cp", "-al", seed.resolve("server-18.6.0").toString(), files.toString());
    run("cp", "-a", seed.resolve("data-18").toString(), files.toString());
    run("cp", "-a", seed.resolve("password").toString(), files.toString());
    return folder;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static List<String> kept(Path folder) throws SQLException {
    try (EmbeddedServer server = EmbeddedServer.start(folder);
        Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT value FROM kept")) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static String value(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static Connection connect(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** A server in a Java process of its own. */
  private record Held(Process java, long postgres) {

    static Held start(Path folder, String value) throws IOException {
      Process java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  HeldServer.class.getName(),
                  folder.toString(),
                  value)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out = java.inputReader();
      Stream<String> lines = out.lines();
      String ready = lines.filter(line -> line.startsWith("ready ")).findFirst().orElseThrow();
      return new Held(java, Long.parseLong(ready.substring("ready ".length())));
    }
  }
}
