package io.loanwright;

import io.loanwright.backup.BackupUnusable;
import io.loanwright.database.DatabaseUnusable;
import io.loanwright.database.StartedBeside;
import io.loanwright.postgres.EmbeddedServer;
import io.loanwright.postgres.PostgresFailed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The application without its page and its jobs, for commands. */
final class BesideTheProgram {

  private BesideTheProgram() {}

  /**
   * Starts it on the database of the program that runs on the data folder, or else on one that is
   * started for it.
   *
   * @param log the name of its log, in the folder of logs
   * @throws PostgresFailed if the database cannot be started
   */
  static ConfigurableApplicationContext start(String log) {
    SpringApplication application = new SpringApplication(Loanwright.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    List<String> settings = new ArrayList<>();
    settings.add("--db-scheduler.enabled=false");
    settings.add("--loanwright.database.migrate=false");
    // A command says in a line what is wrong; how it came about is in its log.
    settings.add("--logging.threshold.console=OFF");
    settings.add("--logging.file.name=${loanwright.data-dir}/logs/" + log);
    try {
      Loanwright.startDatabase(application);
    } catch (PostgresFailed.FolderInUse inUse) {
      EmbeddedServer.Running running =
          EmbeddedServer.running(StartedBeside.dataFolder(System.getenv()))
              .orElseThrow(() -> inUse);
      settings.add("--loanwright.database.url=" + running.url());
      settings.add("--loanwright.database.user=" + EmbeddedServer.USER);
      settings.add("--loanwright.database.password=" + running.password());
    }
    return application.run(settings.toArray(String[]::new));
  }

  /** Says in a line why a command failed: what the deepest cause says that is for people. */
  static String why(RuntimeException failure) {
    String why = failure.toString();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnusable
          || cause instanceof PostgresFailed
          || cause instanceof BackupUnusable) {
        why = String.valueOf(cause.getMessage());
      }
    }
    return why;
  }
}
