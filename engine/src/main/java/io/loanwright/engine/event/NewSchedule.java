package io.loanwright.engine.event;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.Dates;
import java.time.LocalDate;

/**
 * The schedule on which what is owed is put.
 *
 * @param firstDueOn the first due date
 * @param installments how many installments, 1 to 1,200
 * @param every how many units lie between two due dates, 1 to 366
 * @param unit the unit
 * @param interest what becomes of interest
 */
public record NewSchedule(
    LocalDate firstDueOn, int installments, int every, PeriodUnit unit, MovedInterest interest) {

  /**
   * Checks the ranges.
   *
   * @throws io.loanwright.engine.Refused {@link io.loanwright.engine.Rule#OUT_OF_RANGE} if a number
   *     or the date is outside its range
   */
  public NewSchedule {
    Dates.requireBelievable("firstDueOn", firstDueOn);
    CalendarTerms.of(installments, every, unit);
  }
}
