package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Arithmetic;
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
 * @param course how its interest arises over its period, where the schedule stands
 */
public record InstallmentPosition(
    Installment installment,
    Split paid,
    Split waived,
    Money paidInAdvance,
    Money paidLate,
    @Nullable LocalDate completedOn,
    InstallmentStatus status,
    InterestCourse course) {

  /** Returns what is still owed of it. */
  public Split outstanding() {
    return installment.asked().minus(paid).minus(waived);
  }

  /** Returns the interest that has arisen until a day, paid or not. */
  public Money interestArisen(LocalDate on) {
    long asked = installment.interest().minor();
    return new Money(
        course.until(on, installment.fromOn(), installment.dueOn(), asked),
        installment.interest().currency());
  }

  /**
   * Returns the interest that arose until a day and is not paid; never negative.
   *
   * <p>What was waived arises no more: of what is left, the part arises that would have arisen of
   * all.
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
    long all = installment.interest().minor();
    if (!course.isEven() && all > 0) {
      return Arithmetic.proportion(interestArisen(on).minor(), asked, all);
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
