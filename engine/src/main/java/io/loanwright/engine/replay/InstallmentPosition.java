package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import java.time.LocalDate;
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
}
