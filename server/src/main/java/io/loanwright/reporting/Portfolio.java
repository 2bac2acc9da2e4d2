package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.LoanStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the portfolio stands, as far as a caller may see it.
 *
 * @param asOf the business date
 * @param currency the currency of the loans and payments that are counted
 * @param borrowers all borrowers, whatever they have borrowed
 * @param byStatus one row for each status that a loan is in, in the order of a loan's life
 * @param atRisk the portfolio at risk by the usual numbers of days
 * @param repayments what was repaid on each of the last seven days, oldest first; days without a
 *     repayment are there with nothing
 * @param yesterday what the close of the day before found; null where it is not known
 * @param lastWeek what the close of seven days before found; null where it is not known
 */
public record Portfolio(
    LocalDate asOf,
    Currency currency,
    long borrowers,
    List<OfStatus> byStatus,
    List<AtRisk> atRisk,
    List<OfDay> repayments,
    @Nullable AtClose yesterday,
    @Nullable AtClose lastWeek) {

  /** How many days the repayments cover; the last one is the business date. */
  public static final int DAYS = 7;

  private static final Set<LoanStatus> PAID_OUT =
      Set.of(LoanStatus.ACTIVE, LoanStatus.CLOSED, LoanStatus.WRITTEN_OFF);

  /**
   * The loans of one status.
   *
   * @param disbursed the principal that was paid out on them
   * @param outstanding the principal of it that is not repaid yet
   */
  public record OfStatus(LoanStatus status, long count, Money disbursed, Money outstanding) {}

  /**
   * The payments of one value date that were not reversed.
   *
   * @param amount what was taken, what went on to wallets included
   */
  public record OfDay(LocalDate on, Money amount) {}

  /**
   * The active loans as the close of a day found them.
   *
   * @param outstanding the principal that was not repaid
   * @param late of it that of loans past due at all
   * @param late30 of it that of loans more than 30 days past due
   */
  public record AtClose(long loans, Money outstanding, Money late, Money late30) {

    /** Returns how many percent of the principal were late at all. */
    public BigDecimal percentLate() {
      return AtRisk.percent(late, outstanding);
    }

    /** Returns how many percent of the principal were late by more than 30 days. */
    public BigDecimal percentLate30() {
      return AtRisk.percent(late30, outstanding);
    }
  }

  /** Keeps the rows from changing. */
  public Portfolio {
    byStatus = List.copyOf(byStatus);
    atRisk = List.copyOf(atRisk);
    repayments = List.copyOf(repayments);
  }

  /** Returns how many applications there are, decided or not, paid out or not. */
  public long applications() {
    return byStatus.stream().mapToLong(OfStatus::count).sum();
  }

  /** Returns how many loans were paid out, those that have ended included. */
  public long loans() {
    return byStatus.stream()
        .filter(row -> PAID_OUT.contains(row.status()))
        .mapToLong(OfStatus::count)
        .sum();
  }

  /** Returns the principal that was paid out on the loans that are active. */
  public Money activePrincipal() {
    return active().map(OfStatus::disbursed).reduce(Money.zero(currency), Money::plus);
  }

  /** Returns the principal of the active loans that is not repaid yet. */
  public Money outstanding() {
    return active().map(OfStatus::outstanding).reduce(Money.zero(currency), Money::plus);
  }

  /** Returns what a sum of active loans is of one on average, rounded half to even; 0 of none. */
  public Money average(Money sum) {
    long loans = active().mapToLong(OfStatus::count).sum();
    return loans == 0
        ? Money.zero(currency)
        : new Money(
            BigDecimal.valueOf(sum.minor())
                .divide(BigDecimal.valueOf(loans), 0, RoundingMode.HALF_EVEN)
                .longValueExact(),
            currency);
  }

  private Stream<OfStatus> active() {
    return byStatus.stream().filter(row -> row.status() == LoanStatus.ACTIVE);
  }
}
