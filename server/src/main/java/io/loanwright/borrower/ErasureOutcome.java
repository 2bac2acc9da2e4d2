package io.loanwright.borrower;

import io.loanwright.borrower.spi.RowsOfFiles;
import java.time.Instant;
import java.time.LocalDate;

/** What came of asking that a borrower be erased. */
public sealed interface ErasureOutcome {

  /**
   * Nothing says any more who he was.
   *
   * @param traces how many parts of the trail were blanked
   * @param documents how many documents were deleted
   * @param rows rows of files: how many were blanked, and which somebody has to look through
   */
  record Erased(long traces, int documents, RowsOfFiles rows) implements ErasureOutcome {}

  /** There is no such borrower in the caller's reach. */
  record Unknown() implements ErasureOutcome {}

  /** It was done before. */
  record ErasedAlready(Instant at) implements ErasureOutcome {}

  /** A loan of his is applied for, approved or not paid back. */
  record LoanOpen() implements ErasureOutcome {}

  /** His wallet holds money. */
  record WalletNotEmpty() implements ErasureOutcome {}

  /** The books have to be kept with his name. */
  record RetentionRuns(LocalDate until) implements ErasureOutcome {}

  /** Old rows of the trail are in a file that is not here. */
  record TrailOutOfReach(String file) implements ErasureOutcome {}

  /** What was typed to confirm it is not his number. */
  record NumberDiffers() implements ErasureOutcome {}
}
