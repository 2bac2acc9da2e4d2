package io.loanwright.engine.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is agreed anew while a slow loan runs. */
sealed interface SlowChange {

  /** Returns the day on which it begins to count. */
  LocalDate on();

  /**
   * Another rate; it counts from the night before the day.
   *
   * @param percent of a year
   */
  record Rate(LocalDate on, BigDecimal percent) implements SlowChange {}

  /**
   * More time.
   *
   * @param installments how many more, after the last one
   */
  record Time(LocalDate on, int installments) implements SlowChange {}

  /**
   * More money.
   *
   * @param minor how much goes out, in minor units
   */
  record Money(LocalDate on, long minor) implements SlowChange {}

  /**
   * Days without interest.
   *
   * @param on the first of them
   * @param until the last of them
   */
  record Pause(LocalDate on, LocalDate until) implements SlowChange {}
}
