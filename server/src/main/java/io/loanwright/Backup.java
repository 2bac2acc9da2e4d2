package io.loanwright;

import io.loanwright.backup.BackupUnusable;
import io.loanwright.backup.BackupWriter;
import io.loanwright.backup.Backups;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.database.StartedBeside;
import io.loanwright.postgres.PostgresFailed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;

/** Writes all that a data folder has into one file, beside the program that runs on it or not. */
public final class Backup {

  private Backup() {}

  /**
   * Says what was written; ends with status 1 if it could not be.
   *
   * @param args the file
   */
  public static void main(String[] args) {
    PrintStream terminal = System.out;
    Path file = Path.of(args[0]);
    Path data = StartedBeside.dataFolder(System.getenv());
    int status = 1;
    terminal.println("reading the database ...");
    try (ConfigurableApplicationContext context = BesideTheProgram.start("backup.log")) {
      BackupWriter.Made made = BackupWriter.write(context.getBean(OwnerDatabase.class), data, file);
      context.getBean(Backups.class).keep(made, file);
      report(terminal, file, made);
      status = 0;
    } catch (PostgresFailed | BackupUnusable failure) {
      System.err.println("loanwright: " + failure.getMessage());
    } catch (SQLException failure) {
      System.err.println("loanwright: The database cannot be read: " + failure.getMessage());
    }
    System.exit(status);
  }

  private static void report(PrintStream terminal, Path file, BackupWriter.Made made) {
    for (String setting :
        List.of("LOANWRIGHT_DOCUMENT_KEY", "LOANWRIGHT_SIGNING_KEY", "LOANWRIGHT_S3_BUCKET")) {
      if (!System.getenv().getOrDefault(setting, "").isBlank()) {
        terminal.println(
            "not in the file, as it is not in the data folder: what " + setting + " names");
      }
    }
    terminal.println("sha256 " + made.sha256());
    terminal.println("It has personal data and keys in it: keep it as safe as the data folder.");
    terminal.printf(
        Locale.ROOT,
        "backed up to %s: %d rows of %d tables, %d papers, %d keys, %d bytes, as of %s%n",
        file,
        made.rows(),
        made.tables(),
        made.papers(),
        made.keys(),
        made.bytes(),
        made.at());
  }
}
