package io.loanwright.reporting.web;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.ControlAccounts;
import io.loanwright.reporting.store.ControlQuery;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which control accounts are asked for, on the page and in its export. */
record ControlAccountsCriteria(
    @Parameter(description = "The day; without it the business date") @Nullable LocalDate on,
    @Parameter(description = "Without it the organization's") @Nullable String currency) {

  /** Returns both sides on the day that is meant. */
  ControlAccounts of(ControlQuery query, OrganizationProfile profile) {
    Currency meant = BooksSpan.currency(currency, profile);
    LocalDate today = profile.businessDate();
    LocalDate day = on == null ? today : on;
    if (day.isAfter(today)) {
      throw ProblemException.invalid("on", "must not be after the business date");
    }
    return day.isBefore(today) ? query.ofPast(day, meant) : query.of(day, meant);
  }
}
