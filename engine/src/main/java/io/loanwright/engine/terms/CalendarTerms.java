package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When installments fall due.
 *
 * @param repayments how many installments, 1 to 1,200
 * @param every how many units lie between two due dates, 1 to 366
 * @param unit the unit
 * @param startOn the date that due dates are counted from; null for the day of disbursement
 * @param firstDueOn the first due date, where it is not one period after the start; the later ones
 *     are counted from it
 * @param fixedLength the whole term in units, where only the last due date moves to meet it; 1 to
 *     36,600
 */
public record CalendarTerms(
    int repayments,
    int every,
    PeriodUnit unit,
    @Nullable LocalDate startOn,
    @Nullable LocalDate firstDueOn,
    @Nullable Integer fixedLength) {

  /** Most installments of a loan: a hundred years of months. */
  public static final int MOST_REPAYMENTS = 1_200;

  private static final int MOST_UNITS = 366;

  /**
   * Checks the ranges.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if a number is outside its range, {@link
   *     Rule#DATE_TOO_EARLY} if the first due date is not after the start
   */
  public CalendarTerms {
    Ranges.require("repayments", repayments, 1, MOST_REPAYMENTS);
    Ranges.require("every", every, 1, MOST_UNITS);
    Dates.requireBelievable("startOn", startOn);
    Dates.requireBelievable("firstDueOn", firstDueOn);
    if (fixedLength != null) {
      Ranges.require("fixedLength", fixedLength, 1, 100 * MOST_UNITS);
    }
    if (startOn != null && firstDueOn != null && !firstDueOn.isAfter(startOn)) {
      throw new Refused(
          Rule.DATE_TOO_EARLY, "firstDueOn", "The first due date must be after the start.");
    }
  }

  /**
   * Returns a calendar counted from the day of disbursement.
   *
   * @param repayments how many installments
   * @param every how many units lie between two due dates
   */
  public static CalendarTerms of(int repayments, int every, PeriodUnit unit) {
    return new CalendarTerms(repayments, every, unit, null, null, null);
  }

  /** Returns the same calendar with its own first due date. */
  public CalendarTerms withFirstDueOn(@Nullable LocalDate date) {
    return new CalendarTerms(repayments, every, unit, startOn, date, fixedLength);
  }
}
