package io.loanwright.engine.oracle;

import io.loanwright.engine.terms.LatePenaltyTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on penalties for lateness, written from docs/concepts/penalties.md: on every day
 * each installment is asked whether it gets one. For schedules that stand.
 */
final class SlowPenalties {

  private final LatePenaltyTerms rule;
  private final int digits;
  private final BigDecimal lent;
  private final List<Laid> laid = new ArrayList<>();

  /**
   * A penalty.
   *
   * @param minor how much, in minor units
   */
  record Laid(int installment, LocalDate on, long minor) {}

  SlowPenalties(LatePenaltyTerms rule, int digits, long lentMinor) {
    this.rule = rule;
    this.digits = digits;
    this.lent = BigDecimal.valueOf(lentMinor);
  }

  /** Returns all that was laid, in the order of days and installments. */
  List<Laid> laid() {
    return List.copyOf(laid);
  }

  /** Begins a day after the one of the payout. */
  void begin(LocalDate day, List<SlowRow> rows) {
    rows.forEach(row -> layOn(day, row));
  }

  private void layOn(LocalDate day, SlowRow row) {
    long overdue = row.unpaid() - row.unpaid(SlowRow.PENALTY);
    if (row.isDownPayment()
        || overdue == 0
        || !isDayOfPenalty(ChronoUnit.DAYS.between(row.due(), day))) {
      return;
    }
    BigDecimal amount =
        switch (rule.basis()) {
          case FIXED -> rule.value().scaleByPowerOfTen(digits);
          case PERCENT_OF_OVERDUE -> percent(rule.value(), overdue);
          case PERCENT_OF_OVERDUE_PRINCIPAL -> percent(rule.value(), row.unpaid(SlowRow.PRINCIPAL));
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
      laid.add(new Laid(row.number(), day, amount.longValueExact()));
      row.ask(SlowRow.PENALTY, amount.longValueExact());
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
  private BigDecimal laidOn(@Nullable SlowRow row) {
    return BigDecimal.valueOf(
        laid.stream()
            .filter(one -> row == null || one.installment() == row.number())
            .mapToLong(Laid::minor)
            .sum());
  }
}
