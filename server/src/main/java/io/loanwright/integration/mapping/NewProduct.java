package io.loanwright.integration.mapping;

import io.loanwright.engine.Refused;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.web.Percent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product for loans that are taken over; made if there is none of its name.
 *
 * <p>It has no approval steps: the other system has approved.
 *
 * @param name 1 to 200 characters
 * @param currency the currency of all amounts of the file
 * @param annualRate percent a year, of a loan whose row has none; 0 if left out
 * @param repayments installments of a loan whose row has none; 12 if left out
 * @param every how many units lie between two due dates; 1 if left out
 * @param unit months if left out
 */
public record NewProduct(
    @Schema(example = "Consumer loan") String name,
    @Schema(example = "USD") String currency,
    @Nullable @Schema(example = "14.5") String annualRate,
    @Nullable Integer repayments,
    @Nullable Integer every,
    @Nullable PeriodUnit unit,
    @Nullable InterestMethod interestMethod,
    @Nullable Amortization amortization,
    @Nullable InterestPeriod interestPeriod,
    @Nullable InstallmentRounding installmentRounding) {

  private static final int NAME_MAX = 200;
  private static final int INSTALLMENTS = 12;

  /**
   * Checks that the engine can compute with it.
   *
   * @throws IllegalArgumentException if it cannot, with what is expected
   */
  public NewProduct {
    name = Needed.part(name, "name").strip();
    currency = Needed.part(currency, "currency").strip();
    if (name.isEmpty() || name.length() > NAME_MAX) {
      throw new IllegalArgumentException("must have a name of 1 to " + NAME_MAX + " characters");
    }
    if (!Currency.isKnown(currency)) {
      throw new IllegalArgumentException("must have a currency code like EUR");
    }
    if (annualRate != null && !annualRate.matches(Percent.PATTERN)) {
      throw new IllegalArgumentException("must have a rate such as 7.5, from 0 to 10000");
    }
    check(repayments, every);
  }

  private static void check(@Nullable Integer repayments, @Nullable Integer every) {
    try {
      CalendarTerms.of(
          Objects.requireNonNullElse(repayments, INSTALLMENTS),
          Objects.requireNonNullElse(every, 1),
          PeriodUnit.MONTHS);
    } catch (Refused refused) {
      throw new IllegalArgumentException(
          "must have 1 to 1200 repayments, every 1 to 366 units", refused);
    }
  }

  /** Returns the terms of a loan whose row says nothing else. */
  public LoanTerms terms() {
    InterestPeriod period = Objects.requireNonNullElse(interestPeriod, InterestPeriod.DAILY);
    InterestTerms interest =
        InterestTerms.of(new BigDecimal(Objects.requireNonNullElse(annualRate, "0")))
            .withMethod(
                Objects.requireNonNullElse(interestMethod, InterestMethod.DECLINING_BALANCE))
            .withPeriod(
                period,
                period == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
                    ? PartialPeriod.WHOLE_PERIOD
                    : PartialPeriod.BY_DAYS);
    RepaymentTerms repayment =
        RepaymentTerms.of(
                Objects.requireNonNullElse(repayments, INSTALLMENTS),
                Objects.requireNonNullElse(every, 1),
                Objects.requireNonNullElse(unit, PeriodUnit.MONTHS))
            .withAmortization(
                Objects.requireNonNullElse(amortization, Amortization.EQUAL_INSTALLMENTS))
            .withInstallment(
                InstallmentTerms.of(
                    Objects.requireNonNullElse(
                        installmentRounding, InstallmentRounding.HALF_EVEN)));
    return LoanTerms.of(Currency.of(currency), interest, repayment);
  }
}
