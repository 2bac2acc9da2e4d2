package io.loanwright.loan;

import io.loanwright.access.Caller;
import java.util.UUID;

/**
 * Who did something, under the name of that time.
 *
 * @param id the user
 * @param name the name when it was done
 */
public record Person(UUID id, String name) {

  /** Returns the caller as the person who does something. */
  public static Person of(Caller caller) {
    return new Person(caller.userId(), caller.name());
  }
}
