package io.loanwright.reporting.web;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.ValueDates;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.ControlAccounts;
import io.loanwright.reporting.store.ControlQuery;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Works out control accounts. For a day that is past many loans may have to be replayed, so one
 * such day is worked out at a time, and none before the books began.
 */
@Component
class ControlAnswers {

  private final ControlQuery query;
  private final ValueDates dates;
  private final Organization organization;
  private final Semaphore past = new Semaphore(1);

  ControlAnswers(ControlQuery query, ValueDates dates, Organization organization) {
    this.query = query;
    this.dates = dates;
    this.organization = organization;
  }

  /** Returns both sides on the day that is meant. */
  ControlAccounts of(ControlAccountsCriteria criteria) {
    OrganizationProfile profile = organization.current();
    Currency currency = BooksSpan.currency(criteria.currency(), profile);
    LocalDate today = profile.businessDate();
    LocalDate day = criteria.on() == null ? today : criteria.on();
    if (day.isAfter(today)) {
      throw ProblemException.invalid("on", "must not be after the business date");
    }
    return day.isBefore(today) ? ofPast(day, currency) : query.of(day, currency);
  }

  private ControlAccounts ofPast(LocalDate day, Currency currency) {
    Optional<LocalDate> first = dates.first().filter(day::isBefore);
    if (first.isPresent()) {
      throw ProblemException.invalid(
          "on", "must not be before the first entry of the books, " + first.get());
    }
    if (!past.tryAcquire()) {
      throw new ProblemException(
          HttpStatus.TOO_MANY_REQUESTS,
          "report-busy",
          "Control accounts of a past day are being worked out just now. Try again in a moment.",
          List.of());
    }
    try {
      return query.ofPast(day, currency);
    } finally {
      past.release();
    }
  }
}
