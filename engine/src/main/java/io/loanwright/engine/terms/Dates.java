package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates that loans have. */
public final class Dates {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  private Dates() {}

  /**
   * Refuses a date that no loan has, so that date arithmetic stays within the calendar.
   *
   * @param field what the date is for
   * @param date the date; nothing is checked for null
   * @throws Refused {@link Rule#OUT_OF_RANGE} if the year is not between 1900 and 2999
   */
  public static void requireBelievable(String field, @Nullable LocalDate date) {
    if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
      throw new Refused(
          Rule.OUT_OF_RANGE,
          field,
          "The year of a date must be between %d and %d, not %d."
              .formatted(FIRST_YEAR, LAST_YEAR, date.getYear()));
    }
  }
}
