package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Ageing.Age;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * The portfolio at risk: all that is still owed of the principal of active loans that are so many
 * days past due or more, not only what is late of it.
 *
 * @param fromDay from so many days past due on
 * @param percent of the principal outstanding of all active loans
 */
public record AtRisk(int fromDay, long loans, Money outstanding, BigDecimal percent) {

  /** Past due at all, and by more than 30, 60, 90, 180 and 365 days. */
  private static final List<Integer> DAYS = List.of(1, 31, 61, 91, 181, 366);

  private static final int DECIMALS = 2;

  /** Returns what is at risk by each of the usual numbers of days. */
  public static List<AtRisk> of(List<Age> ages, Currency currency, LocalDate on) {
    Money all = sum(ages, currency);
    return DAYS.stream()
        .map(days -> {
          List<Age> late = ages.stream().filter(age -> age.daysPastDue(on) >= days).toList();
          Money owed = sum(late, currency);
          return new AtRisk(
              days, late.stream().mapToLong(Age::loans).sum(), owed, percent(owed, all));
        })
        .toList();
  }

  private static Money sum(List<Age> ages, Currency currency) {
    return ages.stream().map(Age::outstanding).reduce(Money.zero(currency), Money::plus);
  }

  /** Returns how many percent a part is of a whole; 0 of nothing. */
  static BigDecimal percent(Money part, Money whole) {
    return percent(part.minor(), whole.minor());
  }

  /** Returns how many percent a part is of a whole, both in minor units; 0 of nothing. */
  public static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO.setScale(DECIMALS)
        : BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
  }
}
