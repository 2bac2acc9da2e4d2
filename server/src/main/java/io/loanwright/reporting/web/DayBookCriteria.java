package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.BranchCriteria;
import io.loanwright.reporting.DailyMoney;
import io.loanwright.reporting.store.DailyMoneyQuery;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which day book is asked for, on the page and in its export. */
record DayBookCriteria(
    @Parameter(description = "The day; without it the business date") @Nullable LocalDate on,
    @Parameter(description = "Without it the organization's") @Nullable String currency,
    @Parameter(description = "Without it the caller's own, or all") @Nullable UUID branchId) {

  /** Returns the book that is meant, as far as a caller may see it. */
  DailyMoney of(Caller caller, DailyMoneyQuery query, OrganizationProfile profile) {
    LocalDate today = profile.businessDate();
    LocalDate day = on == null ? today : on;
    if (day.isAfter(today)) {
      throw ProblemException.invalid("on", "must not be after the business date");
    }
    return query.of(
        day,
        today,
        BooksSpan.currency(currency, profile),
        BranchCriteria.of(caller.reach(Permission.REPORT_RUN), branchId));
  }
}
