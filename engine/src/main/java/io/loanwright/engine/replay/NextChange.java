package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds the day on which a loan changes though nothing happens. */
final class NextChange {

  private NextChange() {}

  /**
   * Returns the first day after a date on which the loan may change by itself; null for none.
   *
   * @param asOf the date until which penalties were laid
   */
  static @Nullable LocalDate after(Book book, LocalDate asOf) {
    if (!book.isDisbursed() || book.closedOn != null) {
      return null;
    }
    LocalDate penalty = book.lateness == null ? null : book.lateness.nextDay();
    LocalDate interest = nextDayOfInterest(book, asOf);
    if (penalty == null || interest == null) {
      return penalty == null ? interest : penalty;
    }
    return penalty.isBefore(interest) ? penalty : interest;
  }

  /** Principal bears interest from the day after its due date; after the last one no more. */
  private static @Nullable LocalDate nextDayOfInterest(Book book, LocalDate asOf) {
    if (!book.follows() || !book.chargesOverdue()) {
      return null;
    }
    LocalDate maturity = book.plan().maturity();
    for (InstallmentAccount account : book.accounts) {
      if (account.isOrdinary() && account.owed(Part.PRINCIPAL) > 0) {
        LocalDate from = account.dueOn.isBefore(asOf) ? asOf : account.dueOn;
        return from.isBefore(maturity) ? from.plusDays(1) : null;
      }
    }
    return null;
  }
}
