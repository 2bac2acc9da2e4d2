package io.loanwright.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is; the message says what to do about it. */
public final class DatabaseUnusable extends RuntimeException {

  /**
   * Says what is wrong.
   *
   * @param message one or more sentences for the person who installs
   * @param cause what the server or driver said, if it said anything
   */
  public DatabaseUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
