package io.loanwright.engine.date;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some conventions need to know beyond two days.
 *
 * @param periods the regular periods that the days lie in, in order; empty where none is needed
 * @param periodsPerYear how many such periods a year has, positive
 * @param maturity the last day of the whole contract; null where it does not matter
 */
public record DayCountContext(
    List<ReferencePeriod> periods, int periodsPerYear, @Nullable LocalDate maturity) {

  /** Nothing more is known. */
  public static final DayCountContext NONE = new DayCountContext(List.of(), 1, null);

  /**
   * A regular period.
   *
   * @param from its first day, not counted
   * @param to its last day, counted
   */
  public record ReferencePeriod(LocalDate from, LocalDate to) {}

  /** Keeps its own copy of the periods. */
  public DayCountContext {
    periods = List.copyOf(periods);
    if (periodsPerYear < 1) {
      throw new IllegalArgumentException("A year has at least one period: " + periodsPerYear);
    }
  }

  /** Returns a context in which only the maturity is known. */
  public static DayCountContext maturingOn(LocalDate maturity) {
    return new DayCountContext(List.of(), 1, maturity);
  }

  /**
   * Returns the last day of the last period.
   *
   * @throws IllegalArgumentException if no period is known
   */
  LocalDate lastDay() {
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("This day count needs the period that the days lie in.");
    }
    return periods.getLast().to();
  }
}
