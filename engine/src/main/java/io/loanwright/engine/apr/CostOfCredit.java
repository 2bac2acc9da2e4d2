package io.loanwright.engine.apr;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.CalendarTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule costs in a year, by both laws.
 *
 * @param apr the nominal rate by the actuarial method, percent with two decimals; empty if there is
 *     none
 * @param effectiveRate the rate of charge of the European Union, percent with two decimals; empty
 *     if there is none
 */
public record CostOfCredit(Optional<BigDecimal> apr, Optional<BigDecimal> effectiveRate) {

  /**
   * Works out the cost of a schedule. What the borrower gets is the principal less what is charged
   * at disbursement; what the borrower pays is what the installments ask for.
   *
   * @param calendar the calendar that the schedule was made by
   * @param disbursedOn the day the money goes out
   */
  public static CostOfCredit of(Schedule schedule, CalendarTerms calendar, LocalDate disbursedOn) {
    Money received = schedule.totals().principal().minus(schedule.atDisbursement().total());
    if (!received.isPositive()) {
      return new CostOfCredit(Optional.empty(), Optional.empty());
    }
    List<CashFlow> advances = List.of(new CashFlow(disbursedOn, received));
    List<CashFlow> payments =
        schedule.installments().stream()
            .filter(row -> row.due().isPositive())
            .map(CostOfCredit::payment)
            .toList();
    UnitPeriod unitPeriod = new UnitPeriod(calendar.every(), calendar.unit());
    return new CostOfCredit(
        ActuarialApr.of(advances, payments, unitPeriod, 2),
        EffectiveApr.of(advances, payments, calendar.unit()));
  }

  private static CashFlow payment(Installment row) {
    return new CashFlow(row.dueOn(), row.due());
  }
}
