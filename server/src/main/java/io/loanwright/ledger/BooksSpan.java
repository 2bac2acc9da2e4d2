package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days and the currency that a report of the books is about.
 *
 * @param from the first value date
 * @param to the last value date, not before the first
 */
public record BooksSpan(LocalDate from, LocalDate to, Currency currency) {

  /**
   * Returns what a client asks for: without days the year up to the business date, without a
   * currency the organization's.
   *
   * @throws ProblemException 400 {@code invalid} for days that end before they begin, or no
   *     currency
   */
  public static BooksSpan of(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String currency,
      OrganizationProfile profile) {
    LocalDate last = to == null ? profile.businessDate() : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (last.isBefore(first)) {
      throw ProblemException.invalid("to", "must not be before from");
    }
    return new BooksSpan(first, last, currency(currency, profile));
  }

  /**
   * Returns the currency that a client asks for, or the organization's.
   *
   * @throws ProblemException 400 {@code invalid} if it is none
   */
  public static Currency currency(@Nullable String code, OrganizationProfile profile) {
    String meant = code == null ? profile.currency().getCurrencyCode() : code.strip();
    if (!Currency.isKnown(meant)) {
      throw ProblemException.invalid("currency", "must be a currency code like EUR");
    }
    return Currency.of(meant);
  }
}
