package io.loanwright.product.web;

import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as the API writes it.
 *
 * @param installment the amount of a usual installment
 * @param apr nominal yearly rate by the US actuarial method, fees included; absent if there is none
 * @param effectiveRate the EU's rate of charge; absent if there is none
 */
record ScheduleResponse(
    String currency,
    String installment,
    List<Row> rows,
    Totals totals,
    @Nullable String apr,
    @Nullable String effectiveRate) {

  /**
   * An installment.
   *
   * @param days the days of its period
   * @param balance principal left after it
   */
  @Schema(name = "ScheduleRow")
  record Row(
      int number,
      LocalDate dueOn,
      long days,
      String principal,
      String interest,
      String fees,
      String penalties,
      String due,
      String balance) {

    private static Row of(Installment row) {
      return new Row(
          row.number(),
          row.dueOn(),
          row.days(),
          row.principal().toDecimalString(),
          row.interest().toDecimalString(),
          row.fees().toDecimalString(),
          row.penalties().toDecimalString(),
          row.due().toDecimalString(),
          row.balanceAfter().toDecimalString());
    }
  }

  /** The sums of the schedule, charges at disbursement included. */
  @Schema(name = "ScheduleTotals")
  record Totals(String principal, String interest, String fees, String penalties, String due) {

    private static Totals of(Split totals) {
      return new Totals(
          totals.principal().toDecimalString(),
          totals.interest().toDecimalString(),
          totals.fees().toDecimalString(),
          totals.penalties().toDecimalString(),
          totals.total().toDecimalString());
    }
  }

  static ScheduleResponse of(Schedule schedule, CostOfCredit cost) {
    return new ScheduleResponse(
        schedule.totals().principal().currency().code(),
        schedule.installmentAmount().toDecimalString(),
        schedule.installments().stream().map(Row::of).toList(),
        Totals.of(schedule.totals()),
        cost.apr().map(BigDecimal::toPlainString).orElse(null),
        cost.effectiveRate().map(BigDecimal::toPlainString).orElse(null));
  }
}
