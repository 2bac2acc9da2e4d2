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
  static final int SEARCH_MAX = 200;

  static final String NOT_BLANK = "(?s).*\\S.*";
  static final String NOT_BLANK_MESSAGE = "must not be blank";

  /** Nothing, or digits and what people put between them; possessive, so that it ends in one go. */
  static final String PHONE = "\\s*+(?:\\+?\\(?[0-9][0-9 ()./-]*+)?\\s*+";

  static final String PHONE_MESSAGE = "must be a phone number like +254 700 123456";

  private Fields() {}

  static @Nullable String strippedOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

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
