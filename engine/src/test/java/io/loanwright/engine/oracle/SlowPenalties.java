package io.loanwright.engine.oracle;

import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LatePenaltyTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on penalties for lateness, written from docs/concepts/penalties.md: every day of
 * the loan is lived through, first its penalties, then its payments, which pay one installment
 * after the other, penalties first. For schedules that stand.
 */
final class SlowPenalties {

  private static final int PENALTY = 0;
  private static final int PRINCIPAL = 3;

  private final LatePenaltyTerms rule;
  private final LocalDate start;
  private final List<Row> rows = new ArrayList<>();
  private final List<Laid> laid = new ArrayList<>();
  private final int digits;
  private final BigDecimal lent;

  /**
   * A penalty.
   *
   * @param minor how much, in minor units
   */
  record Laid(int installment, LocalDate on, long minor) {}

  private static final class Row {

    private final Installment installment;
    private final long[] owed;

    private Row(Installment installment) {
      this.installment = installment;
      this.owed =
          new long[] {
            installment.penalties().minor(),
            installment.fees().minor(),
            installment.interest().minor(),
            installment.principal().minor()
          };
    }

    private long unpaid() {
      return owed[1] + owed[2] + owed[PRINCIPAL];
    }
  }

  SlowPenalties(LatePenaltyTerms rule, Schedule schedule, LocalDate start, BigDecimal lentMinor) {
    this.rule = rule;
    this.start = start;
    this.digits = schedule.totals().principal().currency().minorDigits();
    this.lent = lentMinor;
    schedule.installments().forEach(installment -> rows.add(new Row(installment)));
  }

  /**
   * Lives the loan.
   *
   * @param payments what is paid on each day, in minor units
   * @param end the last day
   */
  List<Laid> until(LocalDate end, Map<LocalDate, Long> payments) {
    for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
      if (day.isAfter(start)) {
        for (Row row : rows) {
          layOn(day, row);
        }
      }
      pay(payments.getOrDefault(day, 0L));
    }
    return laid;
  }

  /** Returns what is owed of all installments: penalties, fees, interest, principal. */
  List<Long> owed() {
    List<Long> sums = new ArrayList<>();
    for (int part = PENALTY; part <= PRINCIPAL; part++) {
      long sum = 0;
      for (Row row : rows) {
        sum += row.owed[part];
      }
      sums.add(sum);
    }
    return sums;
  }

  private void layOn(LocalDate day, Row row) {
    if (row.installment.kind() == InstallmentKind.DOWN_PAYMENT
        || row.unpaid() == 0
        || !isDayOfPenalty(ChronoUnit.DAYS.between(row.installment.dueOn(), day))) {
      return;
    }
    BigDecimal amount =
        switch (rule.basis()) {
          case FIXED -> rule.value().scaleByPowerOfTen(digits);
          case PERCENT_OF_OVERDUE -> percent(rule.value(), row.unpaid());
          case PERCENT_OF_OVERDUE_PRINCIPAL -> percent(rule.value(), row.owed[PRINCIPAL]);
        };
    amount = amount.setScale(0, RoundingMode.HALF_EVEN);
    if (rule.capPerInstallment() != null) {
      BigDecimal most = rule.capPerInstallment().scaleByPowerOfTen(digits);
      amount = amount.min(floor(most).subtract(laidOn(row)));
    }
    if (rule.capPercentOfPrincipal() != null) {
      BigDecimal most = lent.multiply(rule.capPercentOfPrincipal()).scaleByPowerOfTen(-2);
      amount = amount.min(floor(most).subtract(laidOn(null)));
    }
    if (amount.signum() > 0) {
      laid.add(new Laid(row.installment.number(), day, amount.longValueExact()));
      row.owed[PENALTY] += amount.longValueExact();
    }
  }

  private boolean isDayOfPenalty(long daysLate) {
    long since = daysLate - rule.toleranceDays() - 1;
    Integer every = rule.repeatEveryDays();
    return every == null
        ? since == 0
        : since >= 0 && since % every == 0 && since / every < LatePenaltyTerms.MOST_DAYS;
  }

  private static BigDecimal percent(BigDecimal percent, long minor) {
    return percent.multiply(BigDecimal.valueOf(minor)).scaleByPowerOfTen(-2);
  }

  private static BigDecimal floor(BigDecimal minor) {
    return minor.setScale(0, RoundingMode.FLOOR);
  }

  /** Returns what was laid on a row; on all of them for null. */
  private BigDecimal laidOn(@Nullable Row row) {
    return BigDecimal.valueOf(
        laid.stream()
            .filter(one -> row == null || one.installment() == row.installment.number())
            .mapToLong(Laid::minor)
            .sum());
  }

  private void pay(long minor) {
    long left = minor;
    for (Row row : rows) {
      for (int part = PENALTY; part <= PRINCIPAL; part++) {
        long used = Math.min(left, row.owed[part]);
        row.owed[part] -= used;
        left -= used;
      }
    }
  }
}
