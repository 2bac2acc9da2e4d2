package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.Expected;
import io.loanwright.reporting.store.ExpectedQuery;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the report of expected and collected money is of, on the page and in its export. */
record ExpectedCriteria(
    @Parameter(description = "The first day; without it the first of the last day's month")
        @Nullable LocalDate from,
    @Parameter(description = "The last day, less than 367 days later; without it the business date")
        @Nullable LocalDate to,
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Without it all that the caller sees") @Nullable UUID branchId,
    @Parameter(description = "What has a row of its own; without it each branch")
        Expected.@Nullable By by) {

  /** Returns the report that is meant, of what a caller may see. */
  Expected of(Caller caller, ExpectedQuery query, OrganizationProfile profile) {
    return query.expected(
        ReportDays.of(from, to, profile)
            .asked(caller.reach(Permission.REPORT_RUN), branchId, currency, profile),
        by == null ? Expected.By.BRANCH : by);
  }
}
