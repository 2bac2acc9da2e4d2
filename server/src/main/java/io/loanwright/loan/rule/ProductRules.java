package io.loanwright.loan.rule;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.loan.Refusal;
import io.loanwright.product.ProductDefinition;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a product lends, and on which terms. */
public final class ProductRules {

  private ProductRules() {}

  /**
   * A product lends no less and no more than its limits.
   *
   * @param field the part of the request that the amount comes from
   */
  public static Optional<Refusal> withinLimits(
      ProductDefinition product, String field, Money principal) {
    Money least = product.minPrincipal();
    Money most = product.maxPrincipal();
    if (least != null && principal.compareTo(least) < 0) {
      return Optional.of(
          new Refusal.PrincipalOutOfLimits(
              field, "This product lends at least " + words(least) + "."));
    }
    if (most != null && principal.compareTo(most) > 0) {
      return Optional.of(
          new Refusal.PrincipalOutOfLimits(
              field, "This product lends at most " + words(most) + "."));
    }
    return Optional.empty();
  }

  /**
   * Returns a product's terms with the rate and the number of installments of one loan.
   *
   * @param annualRate percent a year; null for the product's
   * @param repayments the number of installments; null for the product's
   * @throws io.loanwright.engine.Refused if the engine cannot compute a loan on such terms
   */
  public static LoanTerms agreed(
      LoanTerms offered, @Nullable String annualRate, @Nullable Integer repayments) {
    LoanTerms terms = offered;
    if (annualRate != null) {
      terms = terms.withInterest(terms.interest().withRate(new BigDecimal(annualRate)));
    }
    if (repayments != null) {
      RepaymentTerms repayment = terms.repayment();
      terms =
          terms.withRepayment(
              repayment.withCalendar(repayment.calendar().withRepayments(repayments)));
    }
    return terms;
  }

  private static String words(Money amount) {
    return amount.toDecimalString() + " " + amount.currency().code();
  }
}
