package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a dashboard, beside what it was.
 *
 * @param now the figure; money in its currency, a part in percent
 * @param yesterday the same of the day before the business date; null where it is not known
 * @param lastWeek the same of seven days before the business date; null where it is not known
 * @param target what the figure should come to; null where nothing says so
 */
public record Tile(
    Of of,
    BigDecimal now,
    @Nullable BigDecimal yesterday,
    @Nullable BigDecimal lastWeek,
    @Nullable BigDecimal target) {

  /** Makes a figure that nothing is expected of. */
  public Tile(
      Of of, BigDecimal now, @Nullable BigDecimal yesterday, @Nullable BigDecimal lastWeek) {
    this(of, now, yesterday, lastWeek, null);
  }

  /** What is counted or added up. */
  public enum Of {
    /** Applications that nobody has decided on. */
    WAITING(Unit.COUNT),
    /** Approved loans that are not paid out. */
    TO_DISBURSE(Unit.COUNT),
    /** Principal paid out with the value date of the day. */
    DISBURSED(Unit.MONEY),
    /** What falls due on the day: principal, interest, fees and penalties. */
    DUE(Unit.MONEY),
    /** What is paid of it, whenever that was. */
    DUE_PAID(Unit.MONEY),
    /** Payments with the value date of the day. */
    COLLECTED(Unit.MONEY),
    /** Payments of the month up to the day; the target is what falls due in all of the month. */
    COLLECTED_OF_MONTH(Unit.MONEY),
    /** What was due before the day and is not paid; of one officer only. */
    OVERDUE(Unit.MONEY),
    /** The principal of loans more than 30 days past due, of that of all active loans. */
    AT_RISK(Unit.PERCENT),
    /** Promises to pay by the day that are open. */
    PROMISES(Unit.COUNT),
    /** Payments that were taken back on the day. */
    REVERSED(Unit.COUNT),
    /** Loans of one person's queue whose promise was broken. */
    QUEUE_BROKEN_PROMISE(Unit.COUNT),
    /** Loans of one person's queue with a promise that is due. */
    QUEUE_PROMISE_DUE(Unit.COUNT),
    /** Loans of one person's queue with a planned action that is due. */
    QUEUE_ACTION_DUE(Unit.COUNT),
    /** Loans of one person's queue that fell behind in the last week. */
    QUEUE_NEWLY_OVERDUE(Unit.COUNT),
    /** Loans of one person's queue whose borrower nobody has reached for a week. */
    QUEUE_NOT_CONTACTED(Unit.COUNT),
    /** Cash, money at banks and operators, and the lender's own wallets. */
    LIQUID(Unit.MONEY),
    /** What is unpaid of what falls due in the 30 days after the day. */
    EXPECTED(Unit.MONEY),
    /** Approved principal that is not paid out. */
    COMMITTED(Unit.MONEY),
    /** Money received that nobody could match to a loan. */
    UNMATCHED(Unit.MONEY),
    /** By how much the books differ from loans and wallets: of each control account, added up. */
    DIFFERENCE(Unit.MONEY),
    /** Payments taken back in 30 days. */
    REVERSALS(Unit.COUNT),
    /** Payments of 30 days with a value date before the day on which they were taken. */
    BACKDATED(Unit.COUNT),
    /** Loans marked as in default by hand, or unmarked, in 30 days. */
    DEFAULT_MARKS(Unit.COUNT),
    /** Loans written off and charges waived in 30 days. */
    GIVEN_UP(Unit.COUNT),
    /** Other terms, and whatever but a payment was taken back, of loans and wallets, in 30 days. */
    TERMS_CHANGED(Unit.COUNT),
    /** Payouts of borrowers' wallets in 30 days. */
    WALLET_PAYOUTS(Unit.COUNT),
    /** Entries drafted by hand that were posted in 30 days. */
    MANUAL_ENTRIES(Unit.COUNT),
    /** Months of the books opened again in 30 days. */
    REOPENED(Unit.COUNT),
    /** Changes of users and roles in 30 days. */
    RIGHTS_CHANGED(Unit.COUNT),
    /** Records that wait for their seal. */
    UNSEALED(Unit.COUNT),
    /** Jobs that run. */
    JOBS_RUNNING(Unit.COUNT),
    /** Jobs of the last day that failed. */
    JOBS_FAILED(Unit.COUNT),
    /** Tasks of the clock that are late by more than a minute. */
    TASKS_LATE(Unit.COUNT),
    /** Tasks of the clock whose last run failed. */
    TASKS_FAILING(Unit.COUNT),
    /** Mail that waits for the mail server. */
    MAIL_WAITING(Unit.COUNT),
    /** Mail of seven days that was given up. */
    MAIL_FAILED(Unit.COUNT),
    /** Reminders to borrowers that wait to be mailed. */
    REMINDERS_WAITING(Unit.COUNT),
    /** Active users who work for the lender. */
    STAFF(Unit.COUNT),
    /** People who used a session in the last half hour. */
    SIGNED_IN(Unit.COUNT),
    /** Sessions, of staff and borrowers, that can be gone on with. */
    SESSIONS(Unit.COUNT);

    private final Unit unit;

    Of(Unit unit) {
      this.unit = unit;
    }

    /** Returns what the figure is in. */
    public Unit unit() {
      return unit;
    }
  }

  /** What a figure is in. */
  public enum Unit {
    /** Of something that is counted. */
    COUNT,
    /** In the currency of the dashboard. */
    MONEY,
    /** Percent with two decimals. */
    PERCENT
  }

  /** Returns a count that is compared with nothing. */
  public static Tile count(Of of, long now) {
    return new Tile(of, BigDecimal.valueOf(now), null, null);
  }

  /** Returns a count beside earlier ones. */
  public static Tile count(Of of, long now, @Nullable Long yesterday, @Nullable Long lastWeek) {
    return new Tile(of, BigDecimal.valueOf(now), count(yesterday), count(lastWeek));
  }

  /** Returns an amount that is compared with nothing. */
  public static Tile money(Of of, Money now) {
    return money(of, now.currency(), now.minor(), null, null);
  }

  /** Returns an amount, in minor units, beside earlier ones. */
  public static Tile money(
      Of of, Currency currency, long now, @Nullable Long yesterday, @Nullable Long lastWeek) {
    return new Tile(
        of,
        new BigDecimal(new Money(now, currency).toDecimalString()),
        money(yesterday, currency),
        money(lastWeek, currency));
  }

  /** Returns the same with the other sign, for what is owed. */
  public Tile negated() {
    return new Tile(of, now.negate(), negated(yesterday), negated(lastWeek), negated(target));
  }

  /** Returns the same beside what it should come to. */
  public Tile measuredBy(Money wanted) {
    return new Tile(of, now, yesterday, lastWeek, new BigDecimal(wanted.toDecimalString()));
  }

  private static @Nullable BigDecimal negated(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.negate();
  }

  private static @Nullable BigDecimal count(@Nullable Long figure) {
    return figure == null ? null : BigDecimal.valueOf(figure);
  }

  private static @Nullable BigDecimal money(@Nullable Long minor, Currency currency) {
    return minor == null ? null : new BigDecimal(new Money(minor, currency).toDecimalString());
  }
}
