package io.loanwright.collection;

import io.loanwright.arrears.ArrearsClass;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows loans past due by, on the list and in its export. */
public record OverdueCriteria(
    @Parameter(description = "The day, by what is paid now; without it the business date")
        @Nullable LocalDate on,
    @Nullable UUID branchId,
    @Parameter(description = "Who looks after the loan") @Nullable UUID officerId,
    @Parameter(description = "Whose work it is: to whom it was handed, or else its officer")
        @Nullable UUID assigneeId,
    @Parameter(description = "Only what is nobody's work: no officer, and handed to nobody")
        @Nullable Boolean ofNobody,
    @Parameter(
            description =
                "Only loans with an open promise to pay by the day, those that are not past due, too")
        @Nullable Boolean promiseDue,
    @Parameter(description = "The code of a class of arrears") @Nullable @Size(max = 20) @PlainText
        String arrearsClass,
    @Parameter(description = "So many days past due or more") @Nullable @Min(1) @Max(MOST_DAYS)
        Integer pastDueFrom,
    @Parameter(description = "So many days past due or less") @Nullable @Min(1) @Max(MOST_DAYS)
        Integer pastDueUntil) {

  private static final int MOST_DAYS = 100_000;
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  /**
   * Returns the filter that is meant.
   *
   * @throws ProblemException 400 for a class that there is not
   */
  public OverdueFilter filter(LocalDate businessDate, List<ArrearsClass> classes) {
    LocalDate day = on == null ? businessDate : on;
    long from = pastDueFrom == null ? 1 : pastDueFrom;
    long until = pastDueUntil == null ? Long.MAX_VALUE : pastDueUntil;
    if (arrearsClass != null && !arrearsClass.isBlank()) {
      int place = place(classes, arrearsClass.strip());
      from = Math.max(from, classes.get(place).fromDay());
      until =
          place + 1 < classes.size()
              ? Math.min(until, classes.get(place + 1).fromDay() - 1L)
              : until;
    }
    return new OverdueFilter(
        day,
        branchId,
        officerId,
        assigneeId,
        Boolean.TRUE.equals(ofNobody),
        Boolean.TRUE.equals(promiseDue),
        until == Long.MAX_VALUE ? null : before(day, until),
        isOfAnyAge() ? null : before(day, from));
  }

  /** Promises are looked at whether or not their loans are past due, unless that is asked for. */
  private boolean isOfAnyAge() {
    return Boolean.TRUE.equals(promiseDue)
        && pastDueFrom == null
        && pastDueUntil == null
        && (arrearsClass == null || arrearsClass.isBlank());
  }

  private static LocalDate before(LocalDate day, long days) {
    return day.toEpochDay() - days < FIRST.toEpochDay() ? FIRST : day.minusDays(days);
  }

  private static int place(List<ArrearsClass> classes, String code) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).code().equals(code)) {
        return i;
      }
    }
    throw ProblemException.invalid(
        List.of(new FieldError("arrearsClass", "is no class of arrears")));
  }
}
