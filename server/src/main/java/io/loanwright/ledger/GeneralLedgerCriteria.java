package io.loanwright.ledger;

import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which account's lines are asked for, on the page and in its export. */
public record GeneralLedgerCriteria(
    @Parameter(description = "The code of the account") @NotBlank @Size(max = 20) @PlainText
        String account,
    @Parameter(description = "The first value date; without it the first of the year of the last")
        @Nullable LocalDate from,
    @Parameter(description = "The last value date; without it the business date")
        @Nullable LocalDate to,
    @Parameter(description = "Without it the account's own, or the organization's")
        @Nullable String currency) {

  /** Returns the days and the currency that are meant for an account. */
  public BooksSpan span(Account of, OrganizationProfile profile) {
    return BooksSpan.of(from, to, currency == null ? of.currency() : currency, profile);
  }
}
