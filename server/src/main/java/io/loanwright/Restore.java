package io.loanwright;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.loanwright.backup.BackupUnusable;
import io.loanwright.backup.Restoration;
import io.loanwright.database.DatabaseUnusable;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.database.StartedBeside;
import io.loanwright.postgres.PostgresFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Makes an installation of a backup: a data folder, and a database in it or on a server. */
public final class Restore {

  private Restore() {}

  /**
   * Says what was restored; ends with status 1 if nothing was.
   *
   * @param args the file, and {@code --replace} where something may be in the place
   */
  public static void main(String[] args) {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.ERROR);
    }
    PrintStream terminal = System.out;
    Map<String, String> environment = System.getenv();
    int status = 1;
    try {
      Path folder = StartedBeside.dataFolder(environment).toAbsolutePath().normalize();
      Restoration.Restored restored =
          Restoration.restore(
              Path.of(args[0]),
              folder,
              server(environment),
              List.of(args).contains("--replace"),
              text -> terminal.println(text + " ..."));
      report(terminal, folder, restored);
      status = 0;
    } catch (BackupUnusable
        | DatabaseUnusable
        | PostgresFailed
        | IllegalArgumentException failure) {
      System.err.println("loanwright: " + failure.getMessage());
    } catch (IOException | SQLException | FlywayException failure) {
      System.err.println("loanwright: Nothing was restored: " + failure.getMessage());
    } catch (RuntimeException failure) {
      System.err.println("loanwright: " + BesideTheProgram.why(failure));
    }
    System.exit(status);
  }

  private static @Nullable OwnerDatabase server(Map<String, String> environment) {
    String url = environment.getOrDefault("LOANWRIGHT_DB_URL", "");
    return url.isBlank()
        ? null
        : new OwnerDatabase(
            url,
            environment.getOrDefault("LOANWRIGHT_DB_USER", ""),
            environment.getOrDefault("LOANWRIGHT_DB_PASSWORD", ""));
  }

  private static void report(PrintStream terminal, Path folder, Restoration.Restored restored) {
    if (restored.before() != null) {
      terminal.println(
          "what was there is in " + restored.before() + "; delete it when all is well");
    }
    terminal.println("./loanwright verify proves the books.");
    terminal.printf(
        Locale.ROOT,
        "restored to %s: %d rows of %d tables, %d papers, %d keys, as of %s%n",
        folder,
        restored.rows(),
        restored.tables(),
        restored.papers(),
        restored.keys(),
        restored.at());
  }
}
