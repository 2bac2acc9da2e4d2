package io.loanwright.product.web;

import io.loanwright.engine.date.DueDay;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** The day of its month on which an installment falls due, where it is not that of the payout. */
@Schema(
    name = "DueDay",
    description = "The day of the month on which installments fall due; only with MONTHS")
record DueDayFields(
    @Schema(
            description =
                "DAY_OF_MONTH takes the ordinal, NTH_WEEKDAY both, LAST_WEEKDAY the weekday")
        @NotNull
        DueDay.Kind kind,
    @Schema(
            description =
                "The day of the month, its last day where it is shorter, or which of the"
                    + " weekdays, 1 to 4")
        @Nullable
        @Min(1)
        @Max(31)
        Integer ordinal,
    @Nullable DayOfWeek weekday) {

  static DueDayFields of(DueDay day) {
    return new DueDayFields(day.kind(), day.ordinal(), day.weekday());
  }

  DueDay rule() {
    return new DueDay(kind, ordinal, weekday);
  }
}
