package io.loanwright.loan;

import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.organization.WorkingCalendars;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The products that loans are made from. */
@Component
class LoanProducts {

  private final Products products;
  private final WorkingCalendars calendars;

  LoanProducts(Products products, WorkingCalendars calendars) {
    this.products = products;
    this.calendars = calendars;
  }

  /** Returns a product as it is now. */
  Optional<ProductVersion> current(UUID productId) {
    return products.current(productId);
  }

  /** Returns the rate of a loan's contract and that of its product as it is now. */
  List<BigDecimal> rates(Loan loan) {
    BigDecimal agreed = loan.terms().interest().annualRatePercent();
    return current(loan.application().productId())
        .map(now -> List.of(agreed, now.definition().terms().interest().annualRatePercent()))
        .orElseGet(() -> List.of(agreed));
  }

  /** Returns the terms of an application that is made now, with the holidays known now. */
  LoanTerms terms(ProductVersion product) {
    return product.definition().terms(calendars::workdays);
  }

  /** Returns what the product of a loan said when the loan was applied for. */
  ProductDefinition definition(Loan loan) {
    return definition(loan.application().productId(), loan.application().productVersion());
  }

  /** Returns what a product of loans said at a version. */
  ProductDefinition definition(UUID productId, int version) {
    return products
        .definition(productId, version)
        .orElseThrow(() ->
            new IllegalStateException(
                "Version %d of product %s is gone".formatted(version, productId)));
  }

  /** Returns the versions of products whose loans' interest is income when it arises. */
  List<Products.Version> accruing() {
    return products.accruing();
  }

  /** Returns the names of the products of some loans. */
  Map<UUID, String> names(Collection<Loan> loans) {
    return products.names(
        loans.stream().map(loan -> loan.application().productId()).collect(Collectors.toSet()));
  }
}
