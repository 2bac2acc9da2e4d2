package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An installment with what happened to it.
 *
 * @param installment what it asks for, as things are on the date
 * @param paid what was paid of it
 * @param waived what the lender gave up of it
 * @param paidInAdvance the part of {@code paid} that came before the due date
 * @param paidLate the part of {@code paid} that came after the due date
 * @param completedOn the day from which nothing was owed; null while something is
 * @param status how it stands
 */
public record InstallmentPosition(
    Installment installment,
    Split paid,
    Split waived,
    Money paidInAdvance,
    Money paidLate,
    @Nullable LocalDate completedOn,
    InstallmentStatus status) {

  /** Returns what is still owed of it. */
  public Split outstanding() {
    return installment.asked().minus(paid).minus(waived);
  }

  /**
   * Returns the interest that arose until a day and is not paid; never negative.
   *
   * <p>Interest arises evenly over the days from the due date before to the due date: interest x
   * days passed / days in the period, rounded half to even, as who pays the loan off owes it where
   * the schedule stands.
   */
  public Money interestArisenUnpaid(LocalDate on) {
    long asked = installment.interest().minus(waived.interest()).minor();
    long arisen = arisen(asked, on);
    return new Money(Math.max(0, arisen - paid.interest().minor()), paid.interest().currency());
  }

  private long arisen(long asked, LocalDate on) {
    if (!on.isBefore(installment.dueOn())) {
      return asked;
    }
    long passed = ChronoUnit.DAYS.between(installment.fromOn(), on);
    return passed <= 0
        ? 0
        : BigDecimal.valueOf(asked)
            .multiply(BigDecimal.valueOf(passed))
            .divide(BigDecimal.valueOf(installment.days()), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }
}
