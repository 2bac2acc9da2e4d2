package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.money.Currency;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.store.PortfolioQuery;
import io.loanwright.web.Amounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The portfolio at a glance. */
@RestController
@Tag(name = "reporting", description = "Dashboard, history of a borrower, lists as files")
class DashboardController {

  private final PortfolioQuery query;
  private final Organization organization;

  DashboardController(PortfolioQuery query, Organization organization) {
    this.query = query;
    this.organization = organization;
  }

  @GetMapping("/api/dashboards/portfolio")
  @Permitted(Permission.DASHBOARD_VIEW)
  @Operation(
      operationId = "getPortfolio",
      summary = "How many loans there are, what is lent, what is owed and what came in lately")
  PortfolioResponse portfolio(
      Caller caller,
      @Parameter(description = "Which loans count; without it those in the organization's currency")
          @RequestParam(required = false)
          @Nullable String currency) {
    OrganizationProfile profile = organization.current();
    Currency counted =
        currency == null || currency.isBlank()
            ? Currency.of(profile.currency().getCurrencyCode())
            : Amounts.currency("currency", currency.strip());
    return PortfolioResponse.of(
        query.portfolio(caller.reach(Permission.DASHBOARD_VIEW), counted, profile.businessDate()));
  }
}
