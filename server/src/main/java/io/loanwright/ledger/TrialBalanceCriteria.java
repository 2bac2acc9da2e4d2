package io.loanwright.ledger;

import io.loanwright.organization.OrganizationProfile;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which day's trial balance is asked for, on the page and in its export. */
public record TrialBalanceCriteria(
    @Parameter(description = "The last value date that counts; without it the business date")
        @Nullable LocalDate on,
    @Parameter(description = "Without it the organization's currency") @Nullable String currency,
    @Parameter(description = "Whether entries count by value date, as without it, or as booked")
        @Nullable Basis basis) {

  /** Returns the balance that is meant. */
  public TrialBalance of(Ledger ledger, OrganizationProfile profile) {
    return ledger.trialBalance(
        on == null ? profile.businessDate() : on,
        BooksSpan.currency(currency, profile),
        Basis.of(basis));
  }
}
