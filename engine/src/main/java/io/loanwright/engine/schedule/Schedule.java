package io.loanwright.engine.schedule;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.List;

/**
 * The installments of a loan, as they stand right after the money goes out.
 *
 * <p>100.00 EUR at 7 % over 6 months, a year of 360 and months of 30 days, paid out on 1 January
 * 2024:
 *
 * <pre>
 *   #  due          principal   interest    balance
 *   1  2024-02-01       16.43       0.58      83.57
 *   2  2024-03-01       16.52       0.49      67.05
 *   3  2024-04-01       16.62       0.39      50.43
 *   4  2024-05-01       16.72       0.29      33.71
 *   5  2024-06-01       16.81       0.20      16.90
 *   6  2024-07-01       16.90       0.10       0.00
 * </pre>
 *
 * @param currency the currency of all amounts
 * @param installments the rows, in the order of their due dates
 * @param installmentAmount the equal installment without charges, where there is one; else what the
 *     first installment asks for without charges
 * @param atDisbursement charges collected or deducted when the money goes out
 */
public record Schedule(
    Currency currency,
    List<Installment> installments,
    Money installmentAmount,
    Split atDisbursement) {

  /** Largest amount that a schedule is made for, in minor units. */
  public static final long LARGEST_PRINCIPAL = 1_000_000_000_000_000L;

  /** Keeps its own copy of the rows. */
  public Schedule {
    installments = List.copyOf(installments);
  }

  /**
   * Works out the schedule of an amount paid out on a day.
   *
   * @param terms what was agreed
   * @param disbursedOn the day the money goes out, in the years 1900 to 2999
   * @param principal what goes out, 1 to 10^15 minor units
   * @throws Refused {@link Rule#CURRENCY_DIFFERS} if the amount is in another currency, {@link
   *     Rule#AMOUNT_NOT_POSITIVE} if there is nothing to lend, {@link Rule#OUT_OF_RANGE} if there
   *     is too much or the last year is after 2999, {@link Rule#DATE_TOO_EARLY} or {@link
   *     Rule#TERMS_CONTRADICT} if the due dates make no sense with the day, {@link
   *     Rule#FIGURE_TOO_LARGE} if a figure or the sum of all does not fit 64 bits
   */
  public static Schedule of(LoanTerms terms, LocalDate disbursedOn, Money principal) {
    return ScheduleColumns.of(terms, disbursedOn, principal)
        .toSchedule(disbursedOn, principal.minor());
  }

  static void requireLendable(LoanTerms terms, Money principal) {
    if (!principal.currency().equals(terms.currency())) {
      throw new Refused(
          Rule.CURRENCY_DIFFERS,
          "principal",
          "The principal is in %s, the loan in %s."
              .formatted(principal.currency(), terms.currency()));
    }
    if (!principal.isPositive()) {
      throw new Refused(
          Rule.AMOUNT_NOT_POSITIVE, "principal", "The principal must be more than zero.");
    }
    if (principal.minor() > LARGEST_PRINCIPAL) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          "principal",
          "The principal must be at most %s."
              .formatted(new Money(LARGEST_PRINCIPAL, terms.currency())));
    }
  }

  /** Returns the sum of all rows and of what is charged when the money goes out. */
  public Split totals() {
    Split sum = atDisbursement;
    for (Installment installment : installments) {
      sum = sum.plus(installment.asked());
    }
    return sum;
  }
}
