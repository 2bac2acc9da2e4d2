package io.loanwright.product.web;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import io.loanwright.web.Amounts;
import io.loanwright.web.Percent;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an installment costs that is not paid in time.
 *
 * @param value an amount for FIXED, else percent, at most 100
 * @param repeatEveryDays how many days lie between two penalties; left out: one an installment
 */
record PenaltyFields(
    @Schema(
            description =
                "For how many days after its due date a payment is in time; 0, if left out")
        @Nullable
        @Min(0)
        @Max(90)
        Integer toleranceDays,
    @NotNull PenaltyBasis basis,
    @NotNull @Pattern(regexp = VALUE, message = VALUE_EXPECTED) String value,
    @Nullable @Min(1) @Max(366) Integer repeatEveryDays,
    @Schema(
            description =
                "All penalties of a loan are at most so many percent of what was lent; one that"
                    + " repeats is refused with 422 `terms-refused` if it has neither cap")
        @Nullable
        @Pattern(regexp = TermsFields.PERCENT, message = TermsFields.PERCENT_EXPECTED)
        String capPercentOfPrincipal,
    @Schema(description = "The penalties of one installment are at most this amount")
        @Nullable
        @Pattern(regexp = TermsFields.AMOUNT, message = TermsFields.AMOUNT_EXPECTED)
        String capPerInstallment) {

  private static final String VALUE = "[0-9]{1,13}([.][0-9]{1,12})?";

  private static final String VALUE_EXPECTED =
      "must be an amount like 12.50 for FIXED, or a percentage like 2.5";

  /** Returns the terms; the engine refuses those that do not fit each other. */
  LatePenaltyTerms terms(Currency currency) {
    return new LatePenaltyTerms(
        Objects.requireNonNullElse(toleranceDays, 0),
        basis,
        value(currency),
        repeatEveryDays,
        capPercentOfPrincipal == null ? null : new BigDecimal(capPercentOfPrincipal),
        capPerInstallment == null
            ? null
            : Amounts.positive("penalty.capPerInstallment", capPerInstallment, currency).toMajor());
  }

  private BigDecimal value(Currency currency) {
    if (basis == PenaltyBasis.FIXED) {
      return Amounts.positive("penalty.value", value, currency).toMajor();
    }
    if (!value.matches(Percent.PATTERN)) {
      throw ProblemException.invalid("penalty.value", Percent.EXPECTED);
    }
    return new BigDecimal(value);
  }

  static PenaltyFields of(LatePenaltyTerms terms) {
    return new PenaltyFields(
        terms.toleranceDays(),
        terms.basis(),
        terms.value().toPlainString(),
        terms.repeatEveryDays(),
        text(terms.capPercentOfPrincipal()),
        text(terms.capPerInstallment()));
  }

  private static @Nullable String text(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.toPlainString();
  }
}
