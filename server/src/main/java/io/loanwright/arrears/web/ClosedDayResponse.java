package io.loanwright.arrears.web;

import io.loanwright.arrears.ClosedDay;
import io.loanwright.arrears.InterestOfDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed day as the API writes it.
 *
 * @param interest what arose of loans whose interest is income as it arises, by currency
 */
@Schema(name = "ClosedDay")
record ClosedDayResponse(
    LocalDate day,
    Instant closedAt,
    long crossings,
    long provisions,
    @Nullable String note,
    long loans,
    long marked,
    long leftOut,
    @Nullable Instant finishedAt,
    List<Interest> interest) {

  /** Interest of a day in one currency. */
  @Schema(name = "InterestOfDay")
  record Interest(
      String currency,
      @Schema(
              description =
                  "What arose with the day, paid or not; and what payments and corrections changed"
                      + " of earlier days")
          String accrued,
      @Schema(description = "What was posted as income; the rest is of non-performing loans")
          String income,
      @Schema(description = "Arisen and not paid at the end of the day, of performing loans")
          String receivable,
      @Schema(description = "Arisen and not paid at the end of the day, of non-performing loans")
          String suspended) {

    static Interest of(InterestOfDay interest) {
      return new Interest(
          interest.accrued().currency().code(),
          interest.accrued().toDecimalString(),
          interest.income().toDecimalString(),
          interest.receivable().toDecimalString(),
          interest.suspended().toDecimalString());
    }
  }

  static ClosedDayResponse of(ClosedDay closed, List<InterestOfDay> interest) {
    return new ClosedDayResponse(
        closed.day(),
        closed.closedAt(),
        closed.crossings(),
        closed.provisions(),
        closed.note(),
        closed.loans(),
        closed.marked(),
        closed.leftOut(),
        closed.finishedAt(),
        interest.stream().map(Interest::of).toList());
  }
}
