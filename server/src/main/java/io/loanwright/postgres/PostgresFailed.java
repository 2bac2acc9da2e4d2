package io.loanwright.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be started; the message is for the person at the machine. */
public class PostgresFailed extends RuntimeException {

  PostgresFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Another program works with the data folder. */
  public static final class FolderInUse extends PostgresFailed {
    FolderInUse(String message) {
      super(message, null);
    }
  }
}
