package io.loanwright.demo;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.product.Accounting;
import io.loanwright.product.ApprovalRule;
import io.loanwright.product.Category;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.ProductOutcome;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the organization of the demo offers. */
@Component
class DemoProducts {

  private static final ApprovalRule OFFICER = new ApprovalRule("LOAN_OFFICER", null);
  private static final ApprovalRule MANAGER = new ApprovalRule("MANAGER", null);

  private final Products products;

  DemoProducts(Products products) {
    this.products = products;
  }

  /** A product, with the range of whole amounts that people ask for. */
  record Offer(ProductVersion product, int least, int most) {}

  /** Returns whether the organization offers something already, so that it is not empty. */
  boolean isMade() {
    return !products.all().isEmpty();
  }

  List<Offer> make(Currency currency) {
    InterestTerms declining = InterestTerms.of(new BigDecimal("24"));
    LoanTerms salary =
        LoanTerms.of(currency, declining, RepaymentTerms.of(12, 1, PeriodUnit.MONTHS))
            .withLatePenalty(
                LatePenaltyTerms.once(5, PenaltyBasis.PERCENT_OF_OVERDUE, new BigDecimal("2")));
    LoanTerms market =
        LoanTerms.of(
                currency,
                InterestTerms.of(new BigDecimal("30")).withMethod(InterestMethod.FLAT),
                RepaymentTerms.of(8, 2, PeriodUnit.WEEKS))
            .withCharges(List.of(fee("Processing fee", "2")));
    LoanTerms business =
        LoanTerms.of(
            currency,
            InterestTerms.of(new BigDecimal("18.5")),
            RepaymentTerms.of(24, 1, PeriodUnit.MONTHS)
                .withAmortization(Amortization.EQUAL_PRINCIPAL));
    LoanTerms harvest =
        LoanTerms.of(
            currency,
            InterestTerms.of(new BigDecimal("21")),
            RepaymentTerms.of(6, 1, PeriodUnit.MONTHS).withAmortization(Amortization.BULLET));
    return List.of(
        offer(
            "Salary loan",
            salary,
            300,
            4000,
            List.of(ApprovalRule.USUAL),
            Accounting.CASH,
            Category.PERSONAL),
        offer(
            "Market trader loan",
            market,
            100,
            1200,
            List.of(MANAGER),
            Accounting.CASH,
            Category.BUSINESS),
        offer(
            "Business loan",
            business,
            2000,
            20000,
            List.of(OFFICER, MANAGER),
            Accounting.ACCRUAL,
            Category.BUSINESS),
        offer(
            "Harvest loan",
            harvest,
            200,
            2500,
            List.of(ApprovalRule.USUAL),
            Accounting.CASH,
            Category.PERSONAL));
  }

  private Offer offer(
      String name,
      LoanTerms terms,
      int least,
      int most,
      List<ApprovalRule> steps,
      Accounting accounting,
      Category category) {
    ProductDefinition definition =
        new ProductDefinition(
            terms,
            Money.of(String.valueOf(least), terms.currency()),
            Money.of(String.valueOf(most), terms.currency()),
            steps,
            accounting,
            ChartPreset.smallLender(),
            false,
            category);
    return switch (products.create(DemoStaff.DIRECTOR, name, definition)) {
      case ProductOutcome.Kept(ProductVersion product) -> new Offer(product, least, most);
      case ProductOutcome refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private static ChargeTerms fee(String name, String percent) {
    return new ChargeTerms(
        name,
        ChargeKind.FEE,
        ChargeTiming.DISBURSEMENT,
        ChargeBasis.PERCENT_OF_PRINCIPAL,
        new BigDecimal(percent),
        null);
  }
}
