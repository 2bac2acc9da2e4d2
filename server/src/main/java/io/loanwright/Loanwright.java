package io.loanwright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application. */
@SpringBootApplication
@Modulithic(systemName = "Loanwright", sharedModules = "web")
public class Loanwright {

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(Loanwright.class, args);
  }
}
