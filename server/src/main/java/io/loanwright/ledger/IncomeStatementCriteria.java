package io.loanwright.ledger;

import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days of income and expenses are asked for, on the page and in its export. */
public record IncomeStatementCriteria(
    @Parameter(description = "The first value date; without it the first of the year of the last")
        @Nullable LocalDate from,
    @Parameter(description = "The last value date; without it the business date")
        @Nullable LocalDate to,
    @Parameter(description = "The first of other days to stand beside")
        @Nullable LocalDate comparedFrom,
    @Parameter(description = "The last of them") @Nullable LocalDate comparedTo,
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Whether entries count by value date, as without it, or as booked")
        @Nullable Basis basis) {

  /** Returns the statement that is meant. */
  public IncomeStatement of(Statements statements, OrganizationProfile profile) {
    return statements.income(
        BooksSpan.of(from, to, currency, profile), compared(profile), Basis.of(basis));
  }

  private @Nullable BooksSpan compared(OrganizationProfile profile) {
    if (comparedFrom == null && comparedTo == null) {
      return null;
    }
    if (comparedFrom == null || comparedTo == null) {
      throw ProblemException.invalid(
          comparedFrom == null ? "comparedFrom" : "comparedTo", FieldError.MISSING);
    }
    if (comparedTo.isBefore(comparedFrom)) {
      throw ProblemException.invalid("comparedTo", "must not be before comparedFrom");
    }
    return BooksSpan.of(comparedFrom, comparedTo, currency, profile);
  }
}
