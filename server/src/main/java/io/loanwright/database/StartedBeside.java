package io.loanwright.database;

import io.loanwright.postgres.EmbeddedServer;
import io.loanwright.postgres.PostgresFailed;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** An embedded server that starts while the application does, to save the person's time. */
public final class StartedBeside {

  private final CompletableFuture<EmbeddedServer> future;
  private volatile boolean taken;

  private StartedBeside(CompletableFuture<EmbeddedServer> future) {
    this.future = future;
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeWhatNobodyTook, "postgres-stop"));
  }

  /**
   * Starts the embedded server, unless the environment names another one.
   *
   * @param environment {@code LOANWRIGHT_DB_URL} names another server, {@code LOANWRIGHT_DATA} the
   *     data folder, by default {@code .loanwright} in the user's home
   * @return the server, or null where another one is to be used
   * @throws PostgresFailed.FolderInUse if another program holds the data folder
   */
  public static @Nullable StartedBeside startUnlessNamed(Map<String, String> environment) {
    if (!environment.getOrDefault("LOANWRIGHT_DB_URL", "").isBlank()) {
      return null;
    }
    return new StartedBeside(EmbeddedServer.startBeside(dataFolder(environment)));
  }

  /** Returns the data folder that the environment names, or the one in the user's home. */
  public static Path dataFolder(Map<String, String> environment) {
    String data = environment.getOrDefault("LOANWRIGHT_DATA", "");
    return data.isBlank() ? Path.of(System.getProperty("user.home"), ".loanwright") : Path.of(data);
  }

  /**
   * Waits for the server.
   *
   * @throws PostgresFailed if it does not start
   */
  EmbeddedServer server() {
    try {
      EmbeddedServer server = future.join();
      taken = true;
      return server;
    } catch (CompletionException e) {
      if (e.getCause() instanceof PostgresFailed failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Where the application failed before it asked for the server; closing twice does no harm. */
  private void closeWhatNobodyTook() {
    if (future.isDone() && !future.isCompletedExceptionally() && !taken) {
      future.join().close();
    }
  }
}
