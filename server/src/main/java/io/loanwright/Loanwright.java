package io.loanwright;

import io.loanwright.database.StartedBeside;
import io.loanwright.postgres.PostgresFailed;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The application. */
@SpringBootApplication
@Modulithic(
    systemName = "Loanwright",
    sharedModules = {"access", "copy", "together", "web"})
public class Loanwright {

  /**
   * Starts the server, and beside it PostgreSQL where none is named.
   *
   * <p>Ends with status 1 and one line on the standard error if the data folder is in use.
   */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Loanwright.class);
    try {
      startDatabase(application);
    } catch (PostgresFailed failure) {
      System.err.println("loanwright: " + failure.getMessage());
      System.exit(1);
    }
    application.addListeners(new Ready());
    application.run(args);
  }

  /**
   * Starts PostgreSQL beside an application, where no other server is named.
   *
   * @throws PostgresFailed.FolderInUse if another program holds the data folder
   */
  static void startDatabase(SpringApplication application) {
    StartedBeside postgres = StartedBeside.startUnlessNamed(System.getenv());
    if (postgres != null) {
      application.addInitializers(
          context -> context.getBeanFactory().registerSingleton("startedBeside", postgres));
    }
  }

  /** The clock of the edges: web layer and jobs. Rules get dates. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
