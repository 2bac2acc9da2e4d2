package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.AtRiskReport;
import io.loanwright.reporting.store.AtRiskQuery;
import io.loanwright.reporting.store.ExpectedQuery;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the report of the portfolio at risk is of, on the page and in its export. */
record AtRiskCriteria(
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Without it all that the caller sees") @Nullable UUID branchId,
    @Parameter(description = "What has a row of its own; without it each branch")
        AtRiskReport.@Nullable By by) {

  /** Returns the report of the business date, of what a caller may see. */
  AtRiskReport of(Caller caller, AtRiskQuery query, OrganizationProfile profile) {
    ExpectedQuery.Asked asked =
        ReportDays.of(null, null, profile)
            .asked(caller.reach(Permission.REPORT_RUN), branchId, currency, profile);
    return query.atRisk(
        asked.reach(),
        asked.branch(),
        asked.currency(),
        asked.on(),
        by == null ? AtRiskReport.By.BRANCH : by);
  }
}
