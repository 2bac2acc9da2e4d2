package io.loanwright.loan.web;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.InstallmentStatus;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param waived what the lender gave up of it
   * @param outstanding what is left of it
   * @param completedOn the value date of the payment that completed it
   * @param latePenalties the penalties that it got because it was not paid in time
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
      String waived,
      String outstanding,
      InstallmentStatus status,
      @Nullable LocalDate completedOn,
      List<LatePenaltyResponse> latePenalties) {

    private static Row of(InstallmentPosition position, List<LatePenalty> laid) {
      return of(
          position.installment(),
          position.paid(),
          position.waived(),
          position.outstanding(),
          position.status(),
          position.completedOn(),
          laid.stream().map(LatePenaltyResponse::of).toList());
    }

    private static Row planned(Installment row) {
      Split none = Split.zero(row.principal().currency());
      return of(row, none, none, row.asked(), InstallmentStatus.UPCOMING, null, List.of());
    }

    private static Row of(
        Installment row,
        Split paid,
        Split waived,
        Split outstanding,
        InstallmentStatus status,
        @Nullable LocalDate completedOn,
        List<LatePenaltyResponse> latePenalties) {
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
          waived.total().toDecimalString(),
          outstanding.total().toDecimalString(),
          status,
          completedOn,
          latePenalties);
    }
  }

  static ScheduleResponse of(LoanPosition position) {
    Split sum = Split.zero(position.disbursed().currency());
    Map<Integer, List<LatePenalty>> laid = laid(position);
    for (InstallmentPosition row : position.installments()) {
      sum = sum.plus(row.installment().asked());
    }
    return new ScheduleResponse(
        position.disbursed().currency().code(),
        Kind.CURRENT,
        position.asOf(),
        position.installments().stream()
            .map(row -> Row.of(row, laid.getOrDefault(row.installment().number(), List.of())))
            .toList(),
        MoneyParts.of(sum));
  }

  /** Returns penalties by installment, but for those of installments on an earlier schedule. */
  private static Map<Integer, List<LatePenalty>> laid(LoanPosition position) {
    Map<Integer, List<LatePenalty>> byInstallment = new HashMap<>();
    for (LatePenalty penalty : position.latePenalties()) {
      if (penalty.installment() != null) {
        byInstallment.computeIfAbsent(penalty.installment(), _ -> new ArrayList<>()).add(penalty);
      }
    }
    return byInstallment;
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
