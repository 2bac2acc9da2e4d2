package io.loanwright;

import io.loanwright.backup.BackupWriter;
import io.loanwright.backup.Backups;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.database.StartedBeside;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

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
      if (made.papers() < made.named() && isBlank("LOANWRIGHT_S3_BUCKET")) {
        report(terminal, file, made);
        System.err.printf(
            Locale.ROOT,
            "loanwright: The file is not complete: of %d papers %d are in %s%n",
            made.named(),
            made.papers(),
            data.resolve("documents"));
      } else if (!made.missing().isEmpty()) {
        report(terminal, file, made);
        System.err.printf(
            Locale.ROOT,
            "loanwright: The file is not complete: these archives of the trail are not in %s: %s%n",
            data.resolve("archive"),
            String.join(", ", made.missing()));
      } else {
        keep(context.getBean(Backups.class), made, file);
        report(terminal, file, made);
        status = 0;
      }
    } catch (SQLException failure) {
      System.err.println("loanwright: The database cannot be read: " + failure.getMessage());
    } catch (RuntimeException failure) {
      System.err.println("loanwright: " + BesideTheProgram.why(failure));
    }
    System.exit(status);
  }

  /** The file is good, whether the database can keep that it was made or not. */
  private static void keep(Backups backups, BackupWriter.Made made, Path file) {
    try {
      backups.keep(made, file);
    } catch (DataAccessException | TransactionException failure) {
      System.err.println(
          "loanwright: The file is good, but that it was made could not be noted: " + failure);
    }
  }

  private static boolean isBlank(String setting) {
    return System.getenv().getOrDefault(setting, "").isBlank();
  }

  private static void report(PrintStream terminal, Path file, BackupWriter.Made made) {
    for (String setting :
        List.of("LOANWRIGHT_DOCUMENT_KEY", "LOANWRIGHT_SIGNING_KEY", "LOANWRIGHT_S3_BUCKET")) {
      if (!isBlank(setting)) {
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
