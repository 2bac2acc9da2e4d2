package io.loanwright.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
      return Optional.of(new Running(Program.url(Integer.parseInt(port.strip())), password));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new PostgresFailed("The server on " + path + " does not say where it is: " + e, e);
    }
  }

  /** Returns the JDBC URL of the database. */
  public String url() {
    return Program.url(program.port());
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
          "PostgreSQL ended with {} and is started again. It said:\n{}", exitValue, program.said());
      Orphan.clear(program.data(), program.processes());
      process = program.start();
      if (isClosing()) {
        stop();
      } else if (program.accepts(process, password)) {
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
      Program.initialize(home, data, processes);
    }
    Path log = files.resolve("postgres.log");
    for (int attempt = 1; ; attempt++) {
      Program program = new Program(processes, home, data, log, freePort());
      Process process = program.start();
      if (program.accepts(process, password)) {
        return new EmbeddedServer(folder, program, process, password);
      }
      if (attempt == START_TRIES || !Files.readString(log).contains("could not bind")) {
        throw new PostgresFailed("PostgreSQL did not start. It said:\n" + program.said(), null);
      }
    }
  }

  private static Path data(Path files) {
    return files.resolve("data-" + Binaries.VERSION.replaceFirst("\\..*", ""));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void release(DataFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("The data folder could not be given up", e);
    }
  }
}
