package io.loanwright.engine.schedule;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out when installments fall due.
 *
 * <p>Each due date lies a fixed number of units after the one before. A day of the month beyond the
 * 28th is kept where the month has it: from 31 October to 30 November, 31 December, 31 January and
 * 29 February. Where terms name a day of the month, each due date is that day of its month; where
 * they name working days, a due date on another day moves as agreed, and the next one is counted
 * from where it would have been.
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
    List<Period> planned = planned(terms, disbursedOn);
    WorkdayTerms workdays = terms.workdays();
    return workdays == null ? planned : shifted(planned, workdays);
  }

  /**
   * Returns the periods that interest is counted over: those between due dates, or between the
   * dates planned where a shift to a working day leaves interest alone.
   *
   * @param terms the calendar agreed
   * @param disbursedOn the day the money goes out
   * @throws Refused as {@link #of} does
   */
  public static List<Period> forInterest(CalendarTerms terms, LocalDate disbursedOn) {
    WorkdayTerms workdays = terms.workdays();
    return workdays != null && workdays.interest() == ShiftedInterest.AS_PLANNED
        ? planned(terms, disbursedOn)
        : of(terms, disbursedOn);
  }

  /**
   * Returns the index of the period into which money goes: the first one that ends after that day,
   * and whose installment falls due after it. A due date starts the next one.
   *
   * @param day the day on which it goes out
   * @param asked the periods between due dates
   * @param bearing the periods that interest is counted over, one for each
   */
  public static int periodOf(LocalDate day, List<Period> asked, List<Period> bearing) {
    for (int i = 0; i < asked.size(); i++) {
      if (day.isBefore(bearing.get(i).to()) && day.isBefore(asked.get(i).to())) {
        return i;
      }
    }
    return asked.size() - 1;
  }

  private static List<Period> planned(CalendarTerms terms, LocalDate disbursedOn) {
    LocalDate start = terms.startOn() == null ? disbursedOn : terms.startOn();
    LocalDate first = terms.dueDates() == null ? terms.firstDueOn() : terms.dueDates().getFirst();
    if (first != null && !first.isAfter(start)) {
      throw tooEarly(start);
    }
    List<LocalDate> listed = terms.dueDates();
    DueDateRule rule = DueDateRule.of(terms, (first == null ? start : first).getDayOfMonth());
    List<Period> periods = new ArrayList<>(terms.repayments());
    LocalDate from = start;
    for (int i = 1; i <= terms.repayments(); i++) {
      LocalDate to =
          listed != null ? listed.get(i - 1) : i == 1 && first != null ? first : rule.next(from);
      if (i == terms.repayments() && terms.fixedLength() != null) {
        to = endOfFixedLength(terms, start, from);
      }
      periods.add(new Period(from, to));
      from = to;
    }
    return periods;
  }

  private static List<Period> shifted(List<Period> planned, WorkdayTerms terms) {
    List<Period> periods = new ArrayList<>(planned.size());
    LocalDate start = planned.getFirst().from();
    LocalDate from = start;
    for (Period period : planned) {
      LocalDate to = terms.shift().shift(period.to(), terms.workdays());
      if (!to.isAfter(start)) {
        throw tooEarly(start);
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

  private static Refused tooEarly(LocalDate start) {
    return new Refused(
        Rule.DATE_TOO_EARLY, "firstDueOn", "The first due date must be after " + start + ".");
  }
}
