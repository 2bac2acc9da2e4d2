package io.loanwright.organization;

import java.time.LocalDate;
import java.util.UUID;

/** What came of asking to close days. */
public sealed interface CloseOutcome {

  /** A job closes them. */
  record Started(UUID jobId) implements CloseOutcome {}

  /** The day was closed before. */
  record ClosedBefore(LocalDate businessDate) implements CloseOutcome {}

  /** The day has not come yet where the organization is. */
  record NotYet(LocalDate calendarDate) implements CloseOutcome {}

  /** Another close is running. */
  record Running() implements CloseOutcome {}

  /** Nothing is left to do of the days that were closed. */
  record NothingToFinish() implements CloseOutcome {}

  /** There is no organization yet. */
  record NotSetUp() implements CloseOutcome {}
}
