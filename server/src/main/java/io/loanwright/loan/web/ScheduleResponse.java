package io.loanwright.loan.web;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.InstallmentStatus;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The installments of a loan.
 *
 * @param kind which schedule it is
 * @param asOf the day that it is of
 * @param totals the sums of the rows
 */
@io.swagger.v3.oas.annotations.media.Schema(name = "LoanSchedule")
record ScheduleResponse(
    String currency, Kind kind, LocalDate asOf, List<Row> rows, MoneyParts totals) {

  /** Which schedule of a loan. */
  enum Kind {
    /** As the application showed it; not contractual. */
    QUOTE,
    /** As it was agreed when the money went out; never changed. */
    CONTRACT,
    /** As it stands, with what was paid. */
    CURRENT
  }

  /**
   * An installment.
   *
   * @param days the days of its period
   * @param balance principal left after it
   * @param paid what was paid on it
   * @param outstanding what is left of it
   * @param completedOn the value date of the payment that completed it
   */
  @io.swagger.v3.oas.annotations.media.Schema(name = "LoanScheduleRow")
  record Row(
      int number,
      LocalDate dueOn,
      long days,
      String principal,
      String interest,
      String fees,
      String penalties,
      String due,
      String balance,
      String paid,
      String outstanding,
      InstallmentStatus status,
      @Nullable LocalDate completedOn) {

    private static Row of(InstallmentPosition position) {
      return of(
          position.installment(),
          position.paid(),
          position.outstanding(),
          position.status(),
          position.completedOn());
    }

    private static Row planned(Installment row) {
      Split none = Split.zero(row.principal().currency());
      return of(row, none, row.asked(), InstallmentStatus.UPCOMING, null);
    }

    private static Row of(
        Installment row,
        Split paid,
        Split outstanding,
        InstallmentStatus status,
        @Nullable LocalDate completedOn) {
      return new Row(
          row.number(),
          row.dueOn(),
          row.days(),
          row.principal().toDecimalString(),
          row.interest().toDecimalString(),
          row.fees().toDecimalString(),
          row.penalties().toDecimalString(),
          row.due().toDecimalString(),
          row.balanceAfter().toDecimalString(),
          paid.total().toDecimalString(),
          outstanding.total().toDecimalString(),
          status,
          completedOn);
    }
  }

  static ScheduleResponse of(LoanPosition position) {
    Split sum = Split.zero(position.disbursed().currency());
    for (InstallmentPosition row : position.installments()) {
      sum = sum.plus(row.installment().asked());
    }
    return new ScheduleResponse(
        position.disbursed().currency().code(),
        Kind.CURRENT,
        position.asOf(),
        position.installments().stream().map(Row::of).toList(),
        MoneyParts.of(sum));
  }

  static ScheduleResponse of(Kind kind, LocalDate madeOn, Schedule schedule) {
    Split sum = schedule.totals().minus(schedule.atDisbursement());
    return new ScheduleResponse(
        schedule.currency().code(),
        kind,
        madeOn,
        schedule.installments().stream().map(Row::planned).toList(),
        MoneyParts.of(sum));
  }
}
