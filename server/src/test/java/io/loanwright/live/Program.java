package io.loanwright.live;

import io.loanwright.Loanwright;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.postgres.EmbeddedServer;
import io.loanwright.testing.Http;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as people run it: a process of its own, with the database server that it starts, on a
 * data folder and a free port.
 */
public final class Program implements AutoCloseable {

  /** Who may do everything in it. */
  public static final String ADMIN = "admin@loanwright.test";

  private static final String PASSWORD = "correct horse battery";
  private static final String READY = "Loanwright is ready at ";
  private static final long START_SECONDS = 600;
  private static final long STOP_SECONDS = 40;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the JVM spends its time on. */
  public enum Tuning {
    /** Starts in half the time and stays slower. */
    STARTS_FAST("-XX:TieredStopAtLevel=1"),
    /** As people run it. */
    RUNS_FAST("-XX:TieredStopAtLevel=4");

    private final String option;

    Tuning(String option) {
      this.option = option;
    }
  }

  private final Path data;
  private final Tuning tuning;
  private final List<String> settings;
  private final @Nullable OwnerDatabase elsewhere;
  private volatile Process process;
  private volatile Http administrator;

  private Program(
      Path data,
      Tuning tuning,
      List<String> settings,
      @Nullable OwnerDatabase elsewhere,
      Process process,
      Http administrator) {
    this.data = data;
    this.tuning = tuning;
    this.settings = settings;
    this.elsewhere = elsewhere;
    this.process = process;
    this.administrator = administrator;
  }

  /**
   * Starts the program on a folder and waits until it answers.
   *
   * @param settings more of them, as on a command line
   */
  public static Program start(Path data, Tuning tuning, String... settings) {
    return start(data, tuning, List.of(settings), null);
  }

  /**
   * Starts the program on a database of another server and waits until it answers.
   *
   * @param port of 127.0.0.1, where the program finds the database
   */
  static Program startOn(OwnerDatabase database, int port, Path data, Tuning tuning) {
    String url = database.url().replaceFirst(":[0-9]+/", ":" + port + "/");
    List<String> settings =
        List.of(
            "--loanwright.database.url=" + url,
            "--loanwright.database.user=" + database.user(),
            "--loanwright.database.password=" + database.password());
    return start(data, tuning, settings, database);
  }

  private static Program start(
      Path data, Tuning tuning, List<String> settings, @Nullable OwnerDatabase elsewhere) {
    Process process = launch(data, tuning, Loanwright.class, settings);
    try {
      return new Program(data, tuning, settings, elsewhere, process, signIn(process));
    } catch (RuntimeException | Error e) {
      end(process);
      killPostgres(data);
      throw e;
    }
  }

  /** Kills the program, without a word, and not its database server. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts the program again after it was killed. */
  public void startAgain() {
    process = launch(data, tuning, Loanwright.class, settings);
    administrator = signIn(process);
  }

  /** Kills the database server; its children notice and end. Does nothing while there is none. */
  public void killPostgres() {
    killPostgres(data);
  }

  /** Starts another main class of the program on the same folder. */
  public Process beside(Class<?> main) {
    return launch(data, tuning, main, List.of());
  }

  /**
   * Starts a command of the launcher on the same folder, as people do.
   *
   * @param launcher of a program that is built
   */
  public Process beside(String launcher, String command) {
    return launch(data, List.of(launcher, command, "--data", data.toString()));
  }

  /** Starts a main class of the program on a folder on which it need not run. */
  public static Process command(Path data, Class<?> main, String... arguments) {
    return launch(data, Tuning.STARTS_FAST, main, List.of(arguments));
  }

  /** Returns whether the program runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns a client that is signed in as the administrator, at the program as it runs now. */
  public Http administrator() {
    return administrator;
  }

  /** Signs the administrator in anew: a token does not last as long as some things take. */
  public void signInAgain() {
    administrator = signIn(ADMIN);
  }

  /** Returns a client that is signed in as somebody who has the administrator's password. */
  public Http signIn(String email) {
    return signIn(new Http(administrator.base(), JSON), email);
  }

  /** Returns the identifier of the process that runs now. */
  public long pid() {
    return process.pid();
  }

  /** Returns where its database is. */
  EmbeddedServer.Running server() throws SQLException {
    return EmbeddedServer.running(data)
        .orElseThrow(() -> new SQLException("There is no server on " + data));
  }

  /** Opens a connection to its database as the owner. */
  public Connection connect() throws SQLException {
    if (elsewhere != null) {
      return elsewhere.connect();
    }
    EmbeddedServer.Running server = server();
    return DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password());
  }

  /** Stops the program in order, and kills what does not stop. */
  @Override
  public void close() {
    end(process);
    killPostgres(data);
  }

  private static void end(Process process) {
    try {
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void killPostgres(Path data) {
    postgres(data)
        .ifPresent(server -> {
          server.destroyForcibly();
          server.onExit().join();
        });
  }

  private static Optional<ProcessHandle> postgres(Path data) {
    Path state = data.resolve("postgres/data-18/postmaster.pid");
    try (Stream<String> lines = Files.lines(state)) {
      return lines
          .findFirst()
          .map(String::strip)
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Process launch(Path data, Tuning tuning, Class<?> main, List<String> settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                tuning.option,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(settings);
    return launch(data, command);
  }

  private static Process launch(Path data, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LOANWRIGHT_"));
    environment.put("LOANWRIGHT_DATA", data.toString());
    environment.put("LOANWRIGHT_ADMIN_EMAIL", ADMIN);
    environment.put("LOANWRIGHT_ADMIN_PASSWORD", PASSWORD);
    environment.put("LOANWRIGHT_BUSINESS_DATE", "2026-03-02");
    environment.put("LOANWRIGHT_RATE_LIMITS", "off");
    environment.put("SERVER_PORT", "0");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the program is made of, without the tests. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Http signIn(Process process) {
    return signIn(new Http(address(process), JSON), ADMIN);
  }

  private static Http signIn(Http http, String email) {
    String token =
        http.post("/api/auth/login", Map.of("login", email, "password", PASSWORD))
            .expect(200)
            .text("/accessToken");
    return http.bearer(token);
  }

  private static String address(Process process) {
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> listen(process.inputReader(), address));
    return address.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Reads what the program says to its end, or it would wait to be heard. */
  private static void listen(BufferedReader said, CompletableFuture<String> address) {
    List<String> lines = new ArrayList<>();
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()).strip());
        } else if (!address.isDone()) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      lines.add(e.toString());
    }
    address.completeExceptionally(
        new IllegalStateException(
            "The program did not start. It said:\n" + String.join("\n", lines)));
  }
}
