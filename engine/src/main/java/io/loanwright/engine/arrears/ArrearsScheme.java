package io.loanwright.engine.arrears;

import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * The classes of a supervisor, from the best to the worst.
 *
 * <p>A loan belongs to the worst class that its days past due or its missed installments reach. The
 * first class needs neither, so every loan belongs to one.
 *
 * @param firstDay which day counts as the first one past due
 * @param classes from the best to the worst, at least one
 */
public record ArrearsScheme(FirstDay firstDay, List<ArrearsClass> classes) {

  /** Keeps its own copy of the classes and checks that there are some. */
  public ArrearsScheme {
    classes = List.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("A scheme needs at least one class.");
    }
  }

  /**
   * Returns the days past due, as this scheme counts them.
   *
   * @param dueOn the oldest due date that is not paid in full
   * @param asOf the day at whose end is counted
   * @return 0 if nothing is past due
   */
  public int daysPastDue(LocalDate dueOn, LocalDate asOf) {
    long days = asOf.toEpochDay() - dueOn.toEpochDay() + (firstDay == FirstDay.DUE_DATE ? 1 : 0);
    return Math.toIntExact(Math.max(0, days));
  }

  /**
   * Returns the class that a loan belongs to.
   *
   * @param daysPastDue days past due, as {@link #daysPastDue} counts them
   * @param missedInstallments how many installments fell due and are not paid in full
   */
  public ArrearsClass classOf(int daysPastDue, int missedInstallments) {
    ArrearsClass reached = classes.getFirst();
    for (ArrearsClass candidate : classes) {
      if (candidate.reachedBy(daysPastDue, missedInstallments)) {
        reached = candidate;
      }
    }
    return reached;
  }

  /**
   * Returns what is to be set aside for a class, rounded half to even.
   *
   * @param outstanding the whole principal outstanding, not only what is late
   */
  public static Money provision(ArrearsClass of, Money outstanding) {
    BigDecimal share = outstanding.toMajor().multiply(of.provisionPercent()).movePointLeft(2);
    return Money.round(share, outstanding.currency(), RoundingMode.HALF_EVEN);
  }
}
