package io.loanwright.borrower.web;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.Amounts;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the fields of a borrower are read, whether it is new or changed. */
final class Fields {

  static final int AMOUNT_MAX = 40;

  static final String NOT_BLANK = "(?s).*\\S.*";
  static final String NOT_BLANK_MESSAGE = "must not be blank";

  private Fields() {}

  static @Nullable LocalDate birth(@Nullable LocalDate on, OrganizationProfile organization) {
    if (on != null && on.isAfter(organization.businessDate())) {
      throw ProblemException.invalid(
          "dateOfBirth", "must not be after the business date, " + organization.businessDate());
    }
    return on;
  }

  static @Nullable Money income(@Nullable String amount, OrganizationProfile organization) {
    Currency currency = Currency.of(organization.currency().getCurrencyCode());
    return amount == null || amount.isBlank()
        ? null
        : Amounts.notNegative("monthlyIncome", amount, currency);
  }
}
