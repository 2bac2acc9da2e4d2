package io.loanwright.ledger;

import io.loanwright.organization.OrganizationProfile;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which day's balance sheet is asked for, on the page and in its export. */
public record BalanceSheetCriteria(
    @Parameter(description = "The last value date that counts; without it the business date")
        @Nullable LocalDate on,
    @Parameter(description = "Another day to stand beside") @Nullable LocalDate comparedOn,
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Whether entries count by value date, as without it, or as booked")
        @Nullable Basis basis) {

  /** Returns the sheet that is meant. */
  public BalanceSheet of(Statements statements, OrganizationProfile profile) {
    return statements.sheet(
        on == null ? profile.businessDate() : on,
        comparedOn,
        BooksSpan.currency(currency, profile),
        Basis.of(basis));
  }
}
