package io.loanwright.borrower.web;

import io.loanwright.borrower.Particulars;
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

  private Fields() {}

  /** Reads a date of birth; of a firm it is the day of its founding, which may be today. */
  static @Nullable LocalDate birth(
      Particulars.Kind kind, @Nullable LocalDate on, OrganizationProfile organization) {
    LocalDate businessDate = organization.businessDate();
    if (on != null && on.isAfter(businessDate)) {
      throw ProblemException.invalid(
          "dateOfBirth", "must not be after the business date, " + businessDate);
    }
    if (on != null
        && kind == Particulars.Kind.PERSON
        && on.plusYears(Particulars.AGE_MIN).isAfter(businessDate)) {
      throw ProblemException.invalid(
          "dateOfBirth",
          "must be that of somebody who is %d years old on the business date, %s"
              .formatted(Particulars.AGE_MIN, businessDate));
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
