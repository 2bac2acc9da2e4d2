package io.loanwright.loan;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Terms that were agreed for the rest of a running loan, in place of those it was made with. */
public sealed interface AgreedChange {

  /**
   * Another rate.
   *
   * @param from the first day on which it counts
   * @param annualRatePercent percent a year
   */
  record AnotherRate(LocalDate from, BigDecimal annualRatePercent) implements AgreedChange {}

  /**
   * More installments after the last one.
   *
   * @param from the day from which installments become smaller
   * @param installments how many more
   */
  record LongerTerm(LocalDate from, int installments) implements AgreedChange {}

  /**
   * A due date moved, and all later ones with it.
   *
   * @param dueOn the date that it was
   * @param newDueOn the date that it is
   */
  record PaymentHoliday(LocalDate dueOn, LocalDate newDueOn) implements AgreedChange {}

  /**
   * Days that bear no interest.
   *
   * @param from the first day
   * @param to the last day
   */
  record InterestHoliday(LocalDate from, LocalDate to) implements AgreedChange {}
}
