package io.loanwright.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL server with the database {@code loanwright}, until it is closed.
 *
 * <p>Its files are under {@code postgres} in the data folder: the unpacked program, the data, the
 * password, and {@code postgres.log} with what it said since the last start.
 */
public final class EmbeddedServer implements AutoCloseable {

  /** The role that owns everything. */
  public static final String USER = "loanwright";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String DATABASE = "loanwright";
  private static final Duration START_MAX = Duration.ofMinutes(5);
  private static final String RECOVERING = "57P03";
  private static final Duration STOP_MAX = Duration.ofSeconds(20);
  private static final int START_TRIES = 3;

  /** A server that ends sooner than this did not get far. */
  private static final Duration QUICK = Duration.ofMinutes(1);

  /** Waited before the second start in a row, twice before the third, and so on. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

  /** Where {@code postmaster.pid} has the port. */
  private static final int PORT_LINE = 3;

  private final DataFolder folder;
  private final Program program;
  private final String password;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Process process;

  private EmbeddedServer(DataFolder folder, Program program, Process process, String password) {
    this.folder = folder;
    this.program = program;
    this.process = process;
    this.password = password;
  }

  /**
   * How the server is run.
   *
   * @param home its unpacked files
   * @param data the folder with the data
   * @param log where it writes what it says
   * @param port where it listens
   */
  private record Program(Processes processes, Path home, Path data, Path log, int port) {

    Process start() throws IOException {
      return processes.start(command(home, data, port), log);
    }

    String address() {
      return EmbeddedServer.address(port);
    }
  }

  /**
   * Starts the server of a data folder, making both where they are missing, and returns when it
   * takes connections. What an earlier run left behind is cleared away first.
   *
   * @param path the data folder
   * @throws PostgresFailed.FolderInUse if another program holds the folder
   * @throws PostgresFailed if the server does not start, with what it said
   */
  public static EmbeddedServer start(Path path) {
    return launch(DataFolder.open(path));
  }

  /**
   * Takes the data folder at once and starts the server beside the caller.
   *
   * @throws PostgresFailed.FolderInUse if another program holds the folder
   */
  public static CompletableFuture<EmbeddedServer> startBeside(Path path) {
    DataFolder folder = DataFolder.open(path);
    CompletableFuture<EmbeddedServer> server = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("postgres-start")
        .daemon()
        .start(() -> {
          try {
            server.complete(launch(folder));
          } catch (RuntimeException e) {
            server.completeExceptionally(e);
          }
        });
    return server;
  }

  /**
   * A server that another program runs.
   *
   * @param url the JDBC URL of the database
   * @param password the password of {@link #USER}
   */
  public record Running(String url, String password) {}

  /**
   * Returns the server that another program runs on a data folder; nothing if none runs there.
   *
   * @param path the data folder
   * @throws PostgresFailed if its files cannot be read
   */
  public static Optional<Running> running(Path path) {
    Path files = path.resolve("postgres");
    Path state = data(files).resolve("postmaster.pid");
    if (!Files.exists(state)) {
      return Optional.empty();
    }
    try {
      String port = Files.readAllLines(state).get(PORT_LINE);
      String password = Files.readString(files.resolve("password")).strip();
      return Optional.of(new Running(address(Integer.parseInt(port.strip())) + DATABASE, password));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new PostgresFailed("The server on " + path + " does not say where it is: " + e, e);
    }
  }

  /** Returns the JDBC URL of the database. */
  public String url() {
    return program.address() + DATABASE;
  }

  /** Returns the password of {@link #USER}. */
  public String password() {
    return password;
  }

  /** Returns the process id of the server. */
  public long pid() {
    return process.pid();
  }

  /** Stops the server in order and gives up the data folder. Safe to call twice. */
  @Override
  public void close() {
    closing.countDown();
    try {
      stop();
      folder.close();
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() throws IOException, InterruptedException {
    Process running = process;
    if (running.isAlive()) {
      program.processes().interrupt(running.pid());
      if (!running.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("PostgreSQL did not stop within {} s and is ended", STOP_MAX.toSeconds());
        running.destroyForcibly().waitFor();
      }
    }
  }

  /**
   * Starts the server again whenever it ends without being asked to: it crashed, or the machine ran
   * out of memory and ended it. Connections come back by themselves, as the port stays the same.
   */
  private void keepRunning() {
    Thread.ofPlatform().name("postgres-watch").daemon().start(this::watch);
  }

  private void watch() {
    int quickEnds = 0;
    try {
      while (!isClosing()) {
        long start = System.nanoTime();
        Process ended = process.onExit().join();
        boolean isQuick = System.nanoTime() - start < QUICK.toNanos();
        quickEnds = isQuick ? quickEnds + 1 : 1;
        long pause = Math.min(PAUSE_MAX.toMillis(), (quickEnds - 1) * PAUSE.toMillis());
        if (!closing.await(pause, TimeUnit.MILLISECONDS)) {
          startAgain(ended.exitValue());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void startAgain(int exitValue) throws InterruptedException {
    try {
      LOG.error(
          "PostgreSQL ended with {} and is started again. It said:\n{}",
          exitValue,
          tail(program.log()));
      Orphan.clear(program.data(), program.processes());
      process = program.start();
      if (isClosing()) {
        stop();
      } else if (accepts(process, program.address(), password)) {
        LOG.warn("PostgreSQL is back");
      }
    } catch (IOException | SQLException | PostgresFailed e) {
      LOG.error("PostgreSQL could not be started again", e);
    }
  }

  private static EmbeddedServer launch(DataFolder folder) {
    try {
      EmbeddedServer server = launchIn(folder);
      server.keepRunning();
      return server;
    } catch (IOException | SQLException e) {
      release(folder);
      throw new PostgresFailed("PostgreSQL could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      release(folder);
      Thread.currentThread().interrupt();
      throw new PostgresFailed("The start of PostgreSQL was interrupted", e);
    } catch (RuntimeException e) {
      release(folder);
      throw e;
    }
  }

  private static EmbeddedServer launchIn(DataFolder folder)
      throws IOException, SQLException, InterruptedException {
    Path files = folder.resolve("postgres");
    DataFolder.makePrivate(files);
    String password = folder.password();
    Path home = Binaries.unpack(files);
    Processes processes = Processes.ofThisMachine();
    Path data = data(files);
    if (Files.isDirectory(data)) {
      Orphan.clear(data, processes);
    } else {
      initialize(home, data, processes);
    }
    Path log = files.resolve("postgres.log");
    for (int attempt = 1; ; attempt++) {
      Program program = new Program(processes, home, data, log, freePort());
      Process process = program.start();
      if (accepts(process, program.address(), password)) {
        return new EmbeddedServer(folder, program, process, password);
      }
      if (attempt == START_TRIES || !Files.readString(log).contains("could not bind")) {
        throw new PostgresFailed("PostgreSQL did not start. It said:\n" + tail(log), null);
      }
    }
  }

  private static Path data(Path files) {
    return files.resolve("data-" + Binaries.VERSION.replaceFirst("\\..*", ""));
  }

  private static String address(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/";
  }

  /** Makes the data in a folder beside, so that a crash half-way leaves no half of a database. */
  private static void initialize(Path home, Path data, Processes processes)
      throws IOException, InterruptedException {
    Path draft = data.resolveSibling(data.getFileName() + ".new");
    Binaries.delete(draft);
    Path log = data.resolveSibling("initdb.log");
    Process process =
        processes.start(
            List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + USER,
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

  private static List<String> command(Path home, Path data, int port) {
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

  private static boolean accepts(Process process, String server, String password)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(25, TimeUnit.MILLISECONDS)) {
        return false;
      }
      try (Connection connection =
          DriverManager.getConnection(server + "postgres?connectTimeout=5", USER, password)) {
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  private static void release(DataFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("The data folder could not be given up", e);
    }
  }
}
