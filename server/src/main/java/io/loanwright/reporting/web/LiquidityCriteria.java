package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.BranchCriteria;
import io.loanwright.reporting.Liquidity;
import io.loanwright.reporting.store.LiquidityQuery;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose liquidity is asked for, on the page and in its export. */
record LiquidityCriteria(
    @Parameter(description = "How many days ahead installments count; without it 30")
        @Nullable
        @Min(1)
        @Max(366)
        Integer days,
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Without it the caller's own, or all") @Nullable UUID branchId) {

  private static final int USUAL = 30;

  /** Returns what is meant, as far as a caller may see it. */
  Liquidity of(Caller caller, LiquidityQuery query, OrganizationProfile profile) {
    LocalDate on = profile.businessDate();
    return query.of(
        on,
        on.plusDays(days == null ? USUAL : days),
        BooksSpan.currency(currency, profile),
        BranchCriteria.of(caller.reach(Permission.REPORT_RUN), branchId));
  }
}
