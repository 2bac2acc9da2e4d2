package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import java.time.LocalDate;
import java.util.List;
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
 * @param dueDay the day of the month, for months, where it is not that of the start
 * @param dueDates every due date, where they follow no rule; then the unit only tells how interest
 *     by period counts
 * @param workdays what happens to due dates that are no working days; null to leave them
 */
public record CalendarTerms(
    int repayments,
    int every,
    PeriodUnit unit,
    @Nullable LocalDate startOn,
    @Nullable LocalDate firstDueOn,
    @Nullable Integer fixedLength,
    @Nullable DueDay dueDay,
    @Nullable List<LocalDate> dueDates,
    @Nullable WorkdayTerms workdays) {

  /** Most installments of a loan: a hundred years of months. */
  public static final int MOST_REPAYMENTS = 1_200;

  private static final int MOST_UNITS = 366;

  /**
   * Checks the ranges.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if a number is outside its range, {@link
   *     Rule#DATE_TOO_EARLY} if the first due date is not after the start or due dates do not rise,
   *     {@link Rule#TERMS_CONTRADICT} if two ways of naming due dates are used together
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
    if (dueDay != null && unit != PeriodUnit.MONTHS) {
      throw contradiction("dueDay", "A day of the month goes with months only.");
    }
    if (dueDates != null) {
      dueDates = List.copyOf(dueDates);
      requireRising(dueDates, repayments);
      if (firstDueOn != null || fixedLength != null || dueDay != null) {
        throw contradiction("dueDates", "Due dates are either listed or follow a rule.");
      }
    }
  }

  /** Makes a calendar without a day of the month, listed dates or working days. */
  public CalendarTerms(
      int repayments,
      int every,
      PeriodUnit unit,
      @Nullable LocalDate startOn,
      @Nullable LocalDate firstDueOn,
      @Nullable Integer fixedLength) {
    this(repayments, every, unit, startOn, firstDueOn, fixedLength, null, null, null);
  }

  private static void requireRising(List<LocalDate> dates, int repayments) {
    if (dates.size() != repayments) {
      throw contradiction(
          "dueDates",
          "There are %d due dates for %d installments.".formatted(dates.size(), repayments));
    }
    LocalDate before = null;
    for (LocalDate date : dates) {
      Dates.requireBelievable("dueDates", date);
      if (before != null && !date.isAfter(before)) {
        throw new Refused(
            Rule.DATE_TOO_EARLY, "dueDates", "The due date after " + before + " must be later.");
      }
      before = date;
    }
  }

  private static Refused contradiction(String field, String message) {
    return new Refused(Rule.TERMS_CONTRADICT, field, message);
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

  /**
   * Returns a calendar of listed due dates.
   *
   * @param dates every due date, rising
   */
  public static CalendarTerms ofDates(List<LocalDate> dates) {
    return new CalendarTerms(
        dates.size(), 1, PeriodUnit.MONTHS, null, null, null, null, dates, null);
  }

  /**
   * Returns the same calendar with another number of installments.
   *
   * @throws Refused as the constructor does, also where every due date is listed
   */
  public CalendarTerms withRepayments(int other) {
    return new CalendarTerms(
        other, every, unit, startOn, firstDueOn, fixedLength, dueDay, dueDates, workdays);
  }

  /** Returns the same calendar with its own first due date. */
  public CalendarTerms withFirstDueOn(@Nullable LocalDate date) {
    return new CalendarTerms(
        repayments, every, unit, startOn, date, fixedLength, dueDay, dueDates, workdays);
  }

  /** Returns the same calendar with another day of the month. */
  public CalendarTerms withDueDay(@Nullable DueDay other) {
    return new CalendarTerms(
        repayments, every, unit, startOn, firstDueOn, fixedLength, other, dueDates, workdays);
  }

  /** Returns the same calendar with another rule for days on which nobody works. */
  public CalendarTerms withWorkdays(@Nullable WorkdayTerms other) {
    return new CalendarTerms(
        repayments, every, unit, startOn, firstDueOn, fixedLength, dueDay, dueDates, other);
  }
}
