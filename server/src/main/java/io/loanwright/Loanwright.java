package io.loanwright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Loanwright {

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(Loanwright.class, args);
  }
}
