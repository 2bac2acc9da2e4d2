package io.loanwright.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made or restored; the message is for the person at the machine. */
public final class BackupUnusable extends RuntimeException {

  /**
   * Says what is wrong and what to do about it.
   *
   * @param cause what went wrong below; null where a rule refused
   */
  public BackupUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static BackupUnusable of(String message) {
    return new BackupUnusable(message, null);
  }
}
