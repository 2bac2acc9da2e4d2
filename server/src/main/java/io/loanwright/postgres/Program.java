package io.loanwright.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL on some data: how it is made, started and spoken to.
 *
 * @param home its unpacked files
 * @param data the folder with the data
 * @param log where it writes what it says
 * @param port where it listens
 */
record Program(Processes processes, Path home, Path data, Path log, int port) {

  private static final String DATABASE = "loanwright";
  private static final Duration START_MAX = Duration.ofMinutes(5);
  private static final String RECOVERING = "57P03";

  /** Makes the data in a folder beside, so that a crash half-way leaves no half of a database. */
  static void initialize(Path home, Path data, Processes processes)
      throws IOException, InterruptedException {
    Path draft = data.resolveSibling(data.getFileName() + ".new");
    Binaries.delete(draft);
    Path log = data.resolveSibling("initdb.log");
    Process process =
        processes.start(
            List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + EmbeddedServer.USER,
                "--pwfile=" + data.resolveSibling("password"),
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"),
            log);
    if (!process.waitFor(START_MAX.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new PostgresFailed("PostgreSQL could not make its files. It said:\n" + tail(log), null);
    }
    Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
  }

  Process start() throws IOException {
    return processes.start(command(), log);
  }

  private List<String> command() {
    return List.of(
        home.resolve("bin/postgres").toString(),
        "-D",
        data.toString(),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "port=" + port,
        "-c",
        "unix_socket_directories=",
        "-c",
        "max_connections=60",
        "-c",
        "shared_buffers=" + memory(System.getenv()),
        "-c",
        "max_wal_size=2GB",
        "-c",
        "jit=off",
        "-c",
        "timezone=UTC",
        "-c",
        "log_timezone=UTC");
  }

  /** Returns what the server keeps in memory; one that it does not understand it refuses itself. */
  static String memory(Map<String, String> environment) {
    String memory = environment.getOrDefault("LOANWRIGHT_DB_MEMORY", "");
    return memory.isBlank() ? "256MB" : memory.strip();
  }

  /**
   * Waits until the server takes connections, and makes its database where there is none.
   *
   * @return false if it ended before, or was ended because it took none for long
   */
  boolean accepts(Process process, String password) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(25, TimeUnit.MILLISECONDS)) {
        return false;
      }
      try (Connection connection =
          DriverManager.getConnection(
              address(port) + "postgres?connectTimeout=5", EmbeddedServer.USER, password)) {
        makeDatabase(connection);
        return true;
      } catch (SQLException e) {
        if (!isStarting(e)) {
          process.destroy();
          throw e;
        }
        if (RECOVERING.equals(e.getSQLState())) {
          // It reads its log: ended now, it would begin anew the next time.
          deadline = System.nanoTime() + START_MAX.toNanos();
        }
      }
    }
    process.destroyForcibly();
    return false;
  }

  /** Connection refused (08001), dropped half-way (08006), or recovering from a crash. */
  private static boolean isStarting(SQLException refusal) {
    return List.of("08001", "08004", "08006", RECOVERING).contains(refusal.getSQLState());
  }

  private static void makeDatabase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }

  /** Returns the last of what the server has said since it was started. */
  String said() throws IOException {
    return tail(log);
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  /** Returns the JDBC URL of the database of a server that listens on a port. */
  static String url(int port) {
    return address(port) + DATABASE;
  }

  private static String address(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/";
  }
}
