package io.loanwright.loan;

import io.loanwright.engine.schedule.Schedule;
import java.time.LocalDate;

/**
 * A schedule as it was shown to the borrower; never edited.
 *
 * @param kind on which occasion
 * @param madeOn the business date
 * @param schedule the schedule
 */
public record FrozenSchedule(Kind kind, LocalDate madeOn, Schedule schedule) {

  /** On which occasion a schedule was shown. */
  public enum Kind {
    /** With the application; not contractual. */
    QUOTE,
    /** With the disbursement: what was agreed. */
    CONTRACT
  }
}
