package io.loanwright.web;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * A database that could not be reached, or did not answer in time.
 *
 * <p>What was asked of it may have been done: the connection can break after the commit and before
 * its answer. So a command is sent again with the same key.
 */
final class DatabaseAway {

  private static final String RETRY_SECONDS = "5";

  private DatabaseAway() {}

  /** Returns whether a fault, or a cause of it, says that the database was away. */
  static boolean isBehind(@Nullable Object fault) {
    Throwable cause = fault instanceof Throwable thrown ? thrown : null;
    while (cause != null) {
      if (cause instanceof QueryTimeoutException
          || cause instanceof TransientDataAccessException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof TransactionSystemException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Returns the headers of the answer, which is 503. */
  static HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    return headers;
  }
}
