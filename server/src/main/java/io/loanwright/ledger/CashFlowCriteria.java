package io.loanwright.ledger;

import io.loanwright.organization.OrganizationProfile;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which days and which branch a report of flows is of, on the page and in its export. */
public record CashFlowCriteria(
    @Parameter(description = "The first value date; without it the first of the year of the last")
        @Nullable LocalDate from,
    @Parameter(description = "The last value date; without it the business date")
        @Nullable LocalDate to,
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Only entries of this branch; without it all")
        @Nullable UUID branchId) {

  /** Returns the days and the currency that are meant. */
  public BooksSpan span(OrganizationProfile profile) {
    return BooksSpan.of(from, to, currency, profile);
  }
}
