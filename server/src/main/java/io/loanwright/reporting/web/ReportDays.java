package io.loanwright.reporting.web;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.BranchCriteria;
import io.loanwright.reporting.store.ExpectedQuery;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The days that a report of lending is about. */
record ReportDays(LocalDate from, LocalDate to) {

  /** A report reads a row or more for each day. */
  private static final int MOST_DAYS = 366;

  /**
   * Returns what a client asks for: without days the month up to the business date.
   *
   * @throws ProblemException 400 {@code invalid} for days that end before they begin, and for too
   *     many
   */
  static ReportDays of(
      @Nullable LocalDate from, @Nullable LocalDate to, OrganizationProfile profile) {
    LocalDate last = to == null ? profile.businessDate() : to;
    LocalDate first = from == null ? last.withDayOfMonth(1) : from;
    if (last.isBefore(first)) {
      throw ProblemException.invalid("to", "must not be before from");
    }
    if (last.toEpochDay() - first.toEpochDay() > MOST_DAYS) {
      throw ProblemException.invalid(
          "to", "must not be more than " + MOST_DAYS + " days after from");
    }
    return new ReportDays(first, last);
  }

  /** Returns what is meant of these days; who sees the own loans only sees those of any branch. */
  ExpectedQuery.Asked asked(
      Reach reach,
      @Nullable UUID branchId,
      @Nullable String currency,
      OrganizationProfile profile) {
    return new ExpectedQuery.Asked(
        reach,
        reach.scope() == Scope.OWN ? branchId : BranchCriteria.of(reach, branchId),
        BooksSpan.currency(currency, profile),
        from,
        to,
        profile.businessDate());
  }
}
