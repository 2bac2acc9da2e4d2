package io.loanwright.arrears;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of arrears, from the best to the worst: the first begins at day 0, each later one
 * after the one before, so that every number of days belongs to just one.
 *
 * @param version counts the changes
 */
public record ArrearsClasses(List<ArrearsClass> classes, long version) {

  /** Keeps its own copy. */
  public ArrearsClasses {
    classes = List.copyOf(classes);
  }

  /** Returns the class of a loan that is so many days past due. */
  public ArrearsClass of(long daysPastDue) {
    ArrearsClass reached = classes.getFirst();
    for (ArrearsClass each : classes) {
      if (each.fromDay() <= daysPastDue) {
        reached = each;
      }
    }
    return reached;
  }

  /**
   * Returns the class of a loan on a day.
   *
   * @param unpaidSince the due date of the oldest installment that is not paid; null if there is
   *     none
   */
  public ArrearsClass on(LocalDate day, @Nullable LocalDate unpaidSince) {
    return of(unpaidSince == null ? 0 : day.toEpochDay() - unpaidSince.toEpochDay());
  }

  /** Returns whether anything is set aside for losses. */
  public boolean setsAside() {
    return classes.stream().anyMatch(each -> each.provisionPercent().signum() > 0);
  }
}
