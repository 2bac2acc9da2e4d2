package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.BranchCriteria;
import io.loanwright.reporting.Provisioning;
import io.loanwright.reporting.store.ProvisioningQuery;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the report of provisions is of, on the page and in its export. */
record ProvisioningCriteria(
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Without it the caller's own, or all") @Nullable UUID branchId) {

  /** Returns the report of the business date, of the branches that a caller may see. */
  Provisioning of(Caller caller, ProvisioningQuery query, OrganizationProfile profile) {
    Reach reach = caller.reach(Permission.REPORT_RUN);
    return query.provisioning(
        reach,
        BranchCriteria.of(reach, branchId),
        BooksSpan.currency(currency, profile),
        profile.businessDate());
  }
}
