package io.loanwright.database;

import io.loanwright.postgres.PostgresFailed;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Shows what is wrong with the database as sentences instead of a stack trace. */
class DatabaseFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PostgresFailed || cause instanceof DatabaseUnusable) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
      }
      if (cause instanceof FlywayValidateException) {
        return new FailureAnalysis(
            "The database was made by another version of Loanwright, which this one cannot carry on"
                + " from. Start that version, or a newer one.\n"
                + cause.getMessage(),
            null,
            cause);
      }
    }
    return null;
  }
}
