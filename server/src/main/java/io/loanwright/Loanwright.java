package io.loanwright;

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
    sharedModules = {"access", "web"})
public class Loanwright {

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(Loanwright.class, args);
  }

  /** The clock of the edges: web layer and jobs. Rules get dates. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
