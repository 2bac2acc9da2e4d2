package io.loanwright.borrower.spi;

import io.loanwright.audit.TrailErasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A module that keeps something about borrowers. */
public interface PersonalDataHolder {

  /** Returns what its part of an export is called, like {@code loans}. */
  String part();

  /** Returns all that it keeps about a borrower, as JSON. */
  String export(UUID borrowerId);

  /**
   * Returns why a borrower cannot be erased now, whatever the day; nothing if nothing speaks
   * against it.
   */
  default Optional<Hold> hold(UUID borrowerId) {
    return Optional.empty();
  }

  /** Returns the last day on which something happened with a borrower that the books keep. */
  default Optional<LocalDate> lastDay(UUID borrowerId) {
    return Optional.empty();
  }

  /** Returns what the trail says of his in rows that are not about himself. */
  default List<TrailErasure.Thing> traces(UUID borrowerId) {
    return List.of();
  }

  /** Returns rows of files that may be about a borrower and have no id of his. */
  default RowsOfFiles rowsOfFiles(UUID borrowerId) {
    return RowsOfFiles.NONE;
  }

  /**
   * Blanks what says who a borrower was and what the books do not need, in the caller's
   * transaction.
   */
  default void erase(UUID borrowerId) {}

  /** What keeps a borrower from being erased. */
  enum Hold {
    /** A loan of his is applied for, approved or not paid back. */
    LOAN_OPEN,
    /** His wallet holds money. */
    WALLET_NOT_EMPTY
  }
}
