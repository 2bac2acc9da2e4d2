package io.loanwright.engine.schedule;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.Dates;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule in columns of minor units, before it becomes money.
 *
 * <p>For those inside the engine who compute on with the figures; {@link Schedule} is the same for
 * everybody else. Rows are counted from 0.
 */
public final class ScheduleColumns {

  private final Currency currency;
  private final List<Period> periods;
  private final List<Period> bearing;
  private final InstallmentKind[] kind;
  private final LocalDate[] fromOn;
  private final LocalDate[] dueOn;
  private final long[] principal;
  private final long[] interest;
  private final long[] fees;
  private final long[] penalties;
  private int count;
  long installment;
  long feesAtDisbursement;
  long penaltiesAtDisbursement;

  /**
   * Makes room for rows.
   *
   * @param periods the periods between due dates
   * @param bearing the periods that interest is counted over
   * @param most the most rows there may be
   */
  ScheduleColumns(Currency currency, List<Period> periods, List<Period> bearing, int most) {
    this.currency = currency;
    this.periods = periods;
    this.bearing = bearing;
    this.kind = new InstallmentKind[most];
    this.fromOn = new LocalDate[most];
    this.dueOn = new LocalDate[most];
    this.principal = new long[most];
    this.interest = new long[most];
    this.fees = new long[most];
    this.penalties = new long[most];
  }

  /**
   * Works out the schedule of an amount paid out on a day.
   *
   * @throws Refused as {@link Schedule#of} does
   */
  public static ScheduleColumns of(LoanTerms terms, LocalDate disbursedOn, Money principal) {
    Schedule.requireLendable(terms, principal);
    Dates.requireBelievable("disbursedOn", disbursedOn);
    try {
      ScheduleColumns made = new ScheduleMaker(terms, disbursedOn, principal.minor()).make();
      made.requireTotalFits();
      return made;
    } catch (ArithmeticException _) {
      throw new Refused(
          Rule.FIGURE_TOO_LARGE,
          "annualRate",
          "With this rate, amount and term a figure of the schedule becomes too large.");
    }
  }

  /** Adds up all that is asked for, so that whoever does it later has a sum that fits 64 bits. */
  private void requireTotalFits() {
    long total = Math.addExact(feesAtDisbursement, penaltiesAtDisbursement);
    for (int row = 0; row < count; row++) {
      long borrowed = Math.addExact(principal[row], interest[row]);
      long charged = Math.addExact(fees[row], penalties[row]);
      total = Math.addExact(total, Math.addExact(borrowed, charged));
    }
  }

  /** Adds a row without charges. */
  void add(InstallmentKind rowKind, Period period, long rowPrincipal, long rowInterest) {
    kind[count] = rowKind;
    fromOn[count] = period.from();
    dueOn[count] = period.to();
    principal[count] = rowPrincipal;
    interest[count] = rowInterest;
    count++;
  }

  void addFees(int row, long minor) {
    fees[row] = Math.addExact(fees[row], minor);
  }

  void addPenalties(int row, long minor) {
    penalties[row] = Math.addExact(penalties[row], minor);
  }

  /** Returns how many rows there are. */
  public int count() {
    return count;
  }

  /** Returns the periods between due dates, as the calendar has them. */
  public List<Period> periods() {
    return periods;
  }

  /**
   * Returns the periods that interest is counted over: those between due dates, or as planned where
   * a shift to a working day leaves interest alone.
   */
  public List<Period> bearing() {
    return bearing;
  }

  /** Returns the installment that was agreed or worked out; rows may ask for less or more. */
  public long installment() {
    return installment;
  }

  /** Returns the row of the first ordinary installment; a down payment stands before it. */
  public int firstRegular() {
    return count > 0 && kind[0] == InstallmentKind.DOWN_PAYMENT ? 1 : 0;
  }

  /** Returns what sort of row it is. */
  public InstallmentKind kind(int row) {
    return kind[row];
  }

  /** Returns the due date before a row's, or the start. */
  public LocalDate fromOn(int row) {
    return fromOn[row];
  }

  /** Returns the due date of a row. */
  public LocalDate dueOn(int row) {
    return dueOn[row];
  }

  /** Returns the principal that a row repays. */
  public long principal(int row) {
    return principal[row];
  }

  /** Returns the interest that a row pays. */
  public long interest(int row) {
    return interest[row];
  }

  /** Returns the fees that a row pays. */
  public long fees(int row) {
    return fees[row];
  }

  /** Returns the penalties that a row pays. */
  public long penalties(int row) {
    return penalties[row];
  }

  /** Returns what is charged when the money goes out. */
  public Split atDisbursement() {
    return Split.ofMinor(0, 0, feesAtDisbursement, penaltiesAtDisbursement, currency);
  }

  /** Makes money of it all; nothing is owed after a row that falls due before money goes out. */
  Schedule toSchedule(LocalDate disbursedOn, long lent) {
    Money none = Money.zero(currency);
    List<Installment> rows = new ArrayList<>(count);
    long balance = lent;
    boolean isOut = false;
    for (int row = 0; row < count; row++) {
      balance -= principal[row];
      Split asked =
          new Split(
              new Money(principal[row], currency),
              new Money(interest[row], currency),
              fees[row] == 0 ? none : new Money(fees[row], currency),
              penalties[row] == 0 ? none : new Money(penalties[row], currency));
      isOut |= kind[row] == InstallmentKind.DOWN_PAYMENT || disbursedOn.isBefore(dueOn[row]);
      Money after = isOut ? new Money(balance, currency) : none;
      rows.add(new Installment(row + 1, kind[row], fromOn[row], dueOn[row], asked, after));
    }
    return new Schedule(currency, rows, new Money(installment, currency), atDisbursement());
  }
}
