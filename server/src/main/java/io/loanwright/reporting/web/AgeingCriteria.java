package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.Ageing;
import io.loanwright.reporting.store.AgeingQuery;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which loans the ageing report is of, on the page and in its export. */
record AgeingCriteria(
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(
            description =
                "Whether to say what is overdue part by part, which reads all that is past due")
        @Nullable Boolean parts) {

  /** Returns the report of the business date, of what a caller may see. */
  Ageing of(Caller caller, AgeingQuery query, OrganizationProfile profile) {
    return query.ageing(
        caller.reach(Permission.REPORT_RUN),
        BooksSpan.currency(currency, profile),
        profile.businessDate(),
        Boolean.TRUE.equals(parts));
  }
}
