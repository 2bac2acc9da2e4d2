package io.loanwright.ledger;

import io.loanwright.ledger.ValueDates.Wrong;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Days that money may not count from, as problems. */
public final class DateProblems {

  private DateProblems() {}

  /** Returns the problem, at the field {@code on}. */
  public static ProblemException of(Wrong wrong) {
    return switch (wrong) {
      case Wrong.InFuture(LocalDate businessDate) ->
          ProblemException.rule(
              "date-in-future", "on", "must not be after the business date, " + businessDate);
      case Wrong.NotPermitted(LocalDate businessDate) ->
          new ProblemException(
              HttpStatus.FORBIDDEN,
              "backdate-not-permitted",
              "Your role does not allow a date before the business date, " + businessDate + ".",
              List.of());
      case Wrong.BeforeBooks(LocalDate begun) ->
          ProblemException.rule(
              "before-books", "on", "must not be before the books began, " + begun);
    };
  }
}
