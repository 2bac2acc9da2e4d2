package io.loanwright.loan;

import io.loanwright.loan.LoanFilter.DaysPastDue;
import io.loanwright.loan.LoanFilter.PaidOut;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows loans by, on the list and in its export; what is absent does not. */
public record LoanCriteria(
    @Parameter(description = "Statuses, or words that mean some, such as `pending`; or `defaulted`")
        @Nullable
        @Size(max = 20, message = FieldError.TOO_MANY)
        List<String> status,
    @Nullable UUID borrowerId,
    @Nullable UUID productId,
    @Nullable UUID officerId,
    @Nullable Boolean defaulted,
    @Parameter(description = "Loans that have this flag; none to whoever sees his own alone")
        @Nullable LoanFlag flag,
    @Parameter(description = "Whether an installment is past due") @Nullable Boolean overdue,
    @Parameter(description = "Active loans that are so many days past due or more")
        @Nullable
        @Min(0)
        @Max(MOST_DAYS)
        Integer pastDueFrom,
    @Parameter(description = "Active loans that are so many days past due or less")
        @Nullable
        @Min(0)
        @Max(MOST_DAYS)
        Integer pastDueUntil,
    @Parameter(
            description =
                "The first value date of a payout: loans that were paid out, or topped up, from then"
                    + " on")
        @Nullable LocalDate disbursedFrom,
    @Parameter(description = "The last value date of a payout") @Nullable LocalDate disbursedTo,
    @Parameter(description = "A part of the number or of the borrower's name")
        @Nullable
        @Size(max = 200)
        @PlainText
        String search) {

  private static final int MOST_DAYS = 100_000;

  /**
   * Returns the filter that is meant.
   *
   * @throws ProblemException 400 for a status that means nothing, or two that contradict each other
   */
  public LoanFilter filter() {
    return new LoanFilter(
            Set.of(),
            borrowerId,
            productId,
            officerId,
            defaulted,
            flag,
            pastDue(),
            paidOut(),
            Texts.strippedOrNull(search))
        .inWords(status == null ? List.of() : status)
        .orElseThrow(() -> ProblemException.invalid("status", LoanFilter.WORDS));
  }

  private @Nullable PaidOut paidOut() {
    return disbursedFrom == null && disbursedTo == null
        ? null
        : new PaidOut(disbursedFrom, disbursedTo);
  }

  private @Nullable DaysPastDue pastDue() {
    boolean isLate = Boolean.TRUE.equals(overdue);
    if (pastDueFrom == null && pastDueUntil == null) {
      return isLate ? DaysPastDue.ANY : null;
    }
    int from = pastDueFrom == null ? 0 : pastDueFrom;
    return new DaysPastDue(isLate ? Math.max(1, from) : from, pastDueUntil);
  }
}
