package io.loanwright.engine.schedule;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out when installments fall due.
 *
 * <p>Each due date lies a fixed number of units after the one before. A day of the month beyond the
 * 28th is kept where the month has it: from 31 October to 30 November, 31 December, 31 January and
 * 29 February.
 */
public final class DueDates {

  private static final int LAST_DAY_OF_EVERY_MONTH = 28;

  private DueDates() {}

  /**
   * Returns the periods between due dates.
   *
   * @param terms the calendar agreed
   * @param disbursedOn the day the money goes out, which is the start unless the calendar has its
   *     own
   * @throws Refused {@link Rule#DATE_TOO_EARLY} if the first due date is not after the start,
   *     {@link Rule#TERMS_CONTRADICT} if a fixed length ends before the last but one due date
   */
  public static List<Period> of(CalendarTerms terms, LocalDate disbursedOn) {
    LocalDate start = terms.startOn() == null ? disbursedOn : terms.startOn();
    LocalDate first = terms.firstDueOn();
    if (first != null && !first.isAfter(start)) {
      throw new Refused(
          Rule.DATE_TOO_EARLY, "firstDueOn", "The first due date must be after " + start + ".");
    }
    int anchorDay = (first == null ? start : first).getDayOfMonth();
    List<Period> periods = new ArrayList<>(terms.repayments());
    LocalDate from = start;
    for (int i = 1; i <= terms.repayments(); i++) {
      LocalDate to =
          i == 1 && first != null ? first : next(from, terms.every(), terms.unit(), anchorDay);
      if (i == terms.repayments() && terms.fixedLength() != null) {
        to = endOfFixedLength(terms, start, from);
      }
      periods.add(new Period(from, to));
      from = to;
    }
    return periods;
  }

  /**
   * Returns the due date after another one.
   *
   * @param from the due date before
   * @param every how many units later
   * @param anchorDay the day of the month that is kept where the month has it, 1 to 31
   */
  public static LocalDate next(LocalDate from, int every, PeriodUnit unit, int anchorDay) {
    LocalDate to = unit.add(from, every);
    if (unit != PeriodUnit.MONTHS
        || anchorDay <= LAST_DAY_OF_EVERY_MONTH
        || to.getDayOfMonth() < LAST_DAY_OF_EVERY_MONTH) {
      return to;
    }
    return to.withDayOfMonth(Math.min(anchorDay, to.lengthOfMonth()));
  }

  private static LocalDate endOfFixedLength(
      CalendarTerms terms, LocalDate start, LocalDate previousDue) {
    int length = terms.fixedLength() == null ? 0 : terms.fixedLength();
    LocalDate end = terms.unit().add(start, length);
    if (!end.isAfter(previousDue)) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "fixedLength",
          "The fixed length ends on %s, before the last installment starts.".formatted(end));
    }
    return end;
  }
}
