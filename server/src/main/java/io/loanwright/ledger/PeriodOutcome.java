package io.loanwright.ledger;

import java.time.LocalDate;
import java.time.YearMonth;

/** What became of closing a month, or of opening it again. */
public sealed interface PeriodOutcome {

  /** It was done. */
  record Done(Period period) implements PeriodOutcome {}

  /** The business date is in the month, or before it. */
  record NotOver(LocalDate businessDate) implements PeriodOutcome {}

  /** The month has another state than the step begins with. */
  record OtherState(Period.State state) implements PeriodOutcome {}

  /** Entries drafted by hand wait for a decision. */
  record EntriesWait(long count) implements PeriodOutcome {}

  /** A later month is not open; it is opened first. */
  record LaterFirst(YearMonth month) implements PeriodOutcome {}

  /** Nobody asked for the month to be opened again. */
  record NotAsked() implements PeriodOutcome {}

  /** Somebody asked already. */
  record AskedAlready(String name) implements PeriodOutcome {}

  /** Who asked does not decide. */
  record MakerIsChecker() implements PeriodOutcome {}
}
