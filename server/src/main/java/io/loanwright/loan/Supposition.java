package io.loanwright.loan;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A change to a running loan that somebody thinks about; nothing of it is kept. */
public sealed interface Supposition {

  /**
   * Another rate.
   *
   * @param from the first day on which it counts
   * @param annualRatePercent percent a year
   */
  record AnotherRate(LocalDate from, BigDecimal annualRatePercent) implements Supposition {}

  /**
   * More installments after the last one.
   *
   * @param from the day from which installments become smaller
   * @param installments how many more
   */
  record LongerTerm(LocalDate from, int installments) implements Supposition {}

  /**
   * A due date moves, and all later ones with it.
   *
   * @param dueOn the date that it is
   * @param newDueOn the date that it would be
   */
  record PaymentHoliday(LocalDate dueOn, LocalDate newDueOn) implements Supposition {}

  /**
   * Days that bear no interest.
   *
   * @param from the first day
   * @param to the last day
   */
  record InterestHoliday(LocalDate from, LocalDate to) implements Supposition {}

  /**
   * More money is paid out on the business date.
   *
   * @param amount as it was typed; the loan knows its currency
   */
  record TopUp(String amount) implements Supposition {}
}
