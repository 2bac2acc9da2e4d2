package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The periods that interest is counted over, cut where something changed within them: another rate
 * counts, days bear no interest, the balance is another one.
 *
 * <p>There is one period for each installment; where all is paid back by one, as many as were
 * agreed.
 */
final class PeriodDays {

  private final LoanTerms terms;
  private final List<InstallmentPosition> rows;
  private final List<Period> periods;
  private final TreeSet<LocalDate> cuts = new TreeSet<>();
  private final NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
  private final List<Period> free = new ArrayList<>();

  /**
   * Days of a period through which nothing changed.
   *
   * @param from the day before the first one
   * @param to the last day
   * @param ratePercent percent a year
   * @param isFree whether they bear no interest, as was agreed later
   */
  record Days(LocalDate from, LocalDate to, BigDecimal ratePercent, boolean isFree) {}

  PeriodDays(Facts facts) {
    this.terms = facts.terms();
    this.rows = facts.regularRows();
    this.periods = isBullet() ? ofOneInstallment(facts) : ofRows(facts);
    rates.put(LocalDate.MIN, terms.interest().annualRatePercent());
    facts.events().forEach(this::note);
  }

  private boolean isBullet() {
    return terms.repayment().amortization() == Amortization.BULLET && rows.size() == 1;
  }

  private void note(LoanEvent event) {
    switch (event) {
      case LoanEvent.RateChanged change -> {
        LocalDate counts = change.from().minusDays(1);
        if (rateOn(counts).compareTo(change.annualRatePercent()) != 0) {
          rates.put(counts, change.annualRatePercent());
          cuts.add(counts);
        }
      }
      case LoanEvent.TermExtended change -> {
        if (terms.repayment().amortization() == Amortization.EQUAL_INSTALLMENTS) {
          cuts.add(change.from().minusDays(1));
        }
      }
      case LoanEvent.InterestPaused pause -> {
        Period days = new Period(pause.from().minusDays(1), pause.to());
        free.add(days);
        cuts.add(days.from());
        cuts.add(days.to());
      }
      default -> {
        // Changes the balance, or nothing that counts for interest.
      }
    }
  }

  /** Cuts periods where the balance is another one after a day. */
  void cutAt(LocalDate day) {
    cuts.add(day);
  }

  int count() {
    return periods.size();
  }

  Period get(int period) {
    return periods.get(period);
  }

  LocalDate start() {
    return periods.getFirst().from();
  }

  /** Returns percent a year for days after a day. */
  BigDecimal rateOn(LocalDate day) {
    return rates.floorEntry(day).getValue();
  }

  /** Returns the days of a period until one of them. */
  List<Days> of(int period, LocalDate until) {
    List<Days> parts = new ArrayList<>();
    LocalDate from = periods.get(period).from();
    while (from.isBefore(until)) {
      LocalDate cut = cuts.higher(from);
      LocalDate to = cut == null || cut.isAfter(until) ? until : cut;
      parts.add(new Days(from, to, rateOn(from), isFree(from, to)));
      from = to;
    }
    return parts;
  }

  private boolean isFree(LocalDate from, LocalDate to) {
    return free.stream().anyMatch(days -> !from.isBefore(days.from()) && !to.isAfter(days.to()));
  }

  /** Returns the day after which money that goes out on a day bears interest. */
  LocalDate dayThatCounts(LocalDate day) {
    for (int i = 0; i < rows.size() && !isBullet(); i++) {
      LocalDate asked = rows.get(i).installment().dueOn();
      if (!day.isBefore(asked) && day.isBefore(periods.get(i).to())) {
        return periods.get(i).to();
      }
    }
    for (Period period : periods) {
      if (terms.interest().countsForWholePeriods() && period.to().isAfter(day)) {
        return period.from();
      }
    }
    return day.isBefore(start()) ? start() : day;
  }

  /**
   * Returns the first period that a change touches which counts from the night after a day; a
   * change on a due date belongs to the next one. As many as there are, if it touches none.
   */
  int firstTouched(LocalDate day) {
    int last = periods.size() - 1;
    for (int i = 0; i <= last; i++) {
      LocalDate due = periods.get(i).to();
      if (day.isBefore(due) || (i == last && day.equals(due))) {
        return i;
      }
    }
    return periods.size();
  }

  /** Returns periods of installments; a shift to a working day may leave interest alone. */
  private List<Period> ofRows(Facts facts) {
    CalendarTerms calendar = terms.repayment().calendar();
    CalendarTerms longer = isOpenEnded(calendar) ? calendar.withRepayments(rows.size()) : calendar;
    LocalDate on = facts.first().on();
    List<Period> asked = DueDates.of(longer, on);
    List<Period> bearing = DueDates.forInterest(longer, on);
    List<Period> own = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Installment row = rows.get(i).installment();
      boolean known = i < asked.size();
      boolean begins = known && asked.get(i).from().equals(row.fromOn());
      boolean ends = known && asked.get(i).to().equals(row.dueOn());
      own.add(
          new Period(
              begins ? bearing.get(i).from() : row.fromOn(),
              ends ? bearing.get(i).to() : row.dueOn()));
    }
    return own;
  }

  private static boolean isOpenEnded(CalendarTerms calendar) {
    return calendar.dueDates() == null && calendar.fixedLength() == null;
  }

  private List<Period> ofOneInstallment(Facts facts) {
    RepaymentTerms repayment = terms.repayment();
    CalendarTerms calendar = repayment.calendar();
    LocalDate on = facts.first().on();
    List<Period> own = new ArrayList<>(DueDates.forInterest(calendar, on));
    LocalDate first = calendar.firstDueOn();
    int anchorDay = (first == null ? own.getFirst().from() : first).getDayOfMonth();
    for (LoanEvent event : facts.events()) {
      if (event instanceof LoanEvent.TermExtended change) {
        addAfterTheLast(own, change.installments(), on, anchorDay);
      } else if (event instanceof LoanEvent.DueDateMoved moved) {
        own.add(new Period(own.removeLast().from(), moved.newDueOn()));
        anchorDay = moved.newDueOn().getDayOfMonth();
      }
    }
    return own;
  }

  private void addAfterTheLast(List<Period> own, int more, LocalDate on, int anchorDay) {
    CalendarTerms calendar = terms.repayment().calendar();
    int before = own.size();
    if (isOpenEnded(calendar)) {
      CalendarTerms longer = calendar.withRepayments(before + more);
      if (DueDates.of(longer, on).get(before - 1).to().equals(own.getLast().to())) {
        own.addAll(DueDates.forInterest(longer, on).subList(before, before + more));
        return;
      }
    }
    for (int i = 0; i < more; i++) {
      LocalDate from = own.getLast().to();
      own.add(new Period(from, DueDates.next(from, calendar.every(), calendar.unit(), anchorDay)));
    }
  }
}
