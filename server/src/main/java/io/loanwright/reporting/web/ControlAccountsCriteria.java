package io.loanwright.reporting.web;

import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.ControlAccounts;
import io.loanwright.reporting.store.ControlQuery;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which control accounts are asked for, on the page and in its export. */
record ControlAccountsCriteria(
    @Parameter(description = "Without it the organization's") @Nullable String currency) {

  /** Returns both sides on the business date. */
  ControlAccounts of(ControlQuery query, OrganizationProfile profile) {
    return query.of(profile.businessDate(), BooksSpan.currency(currency, profile));
  }
}
