package io.loanwright.ledger.web;

import io.loanwright.ledger.Period;
import io.loanwright.ledger.PeriodOutcome;
import io.loanwright.ledger.web.PeriodController.PeriodResponse;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;

/** What refused steps of closing a month are over HTTP. */
final class PeriodProblems {

  private PeriodProblems() {}

  static PeriodResponse done(PeriodOutcome outcome) {
    return switch (outcome) {
      case PeriodOutcome.Done(Period period) -> PeriodResponse.of(period);
      case PeriodOutcome.NotOver(LocalDate businessDate) ->
          throw ProblemException.conflict(
              "period-not-over",
              "The month is not over: the business date is " + businessDate + ".");
      case PeriodOutcome.OtherState(Period.State state) -> throw otherState(state);
      case PeriodOutcome.EntriesWait(long count) ->
          throw ProblemException.conflict(
              "entries-waiting",
              "Entries by hand that wait for a decision: "
                  + count
                  + ". Post, reject or take them back first.");
      case PeriodOutcome.LaterFirst(YearMonth month) ->
          throw ProblemException.conflict(
              "later-period-first", "A later month is not open. Open " + month + " first.");
      case PeriodOutcome.NotAsked _ ->
          throw ProblemException.conflict(
              "reopening-not-asked", "Nobody asks for this month to be opened again.");
      case PeriodOutcome.AskedAlready(String name) ->
          throw ProblemException.conflict(
              "reopening-asked-already", name + " asked for this month to be opened already.");
      case PeriodOutcome.MakerIsChecker _ ->
          throw ProblemException.conflict(
              "maker-is-checker", "You asked for it yourself. Somebody else opens the month.");
    };
  }

  private static ProblemException otherState(Period.State state) {
    return switch (state) {
      case OPEN ->
          ProblemException.conflict(
              "period-open", "The month is open; closing it has to be started first.");
      case CLOSING ->
          ProblemException.conflict("period-closing", "The month is about to be closed already.");
      case CLOSED -> ProblemException.conflict("period-closed", "The month is closed already.");
    };
  }
}
