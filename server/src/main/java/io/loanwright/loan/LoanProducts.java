package io.loanwright.loan;

import io.loanwright.product.ProductDefinition;
import io.loanwright.product.Products;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The products that loans were made from. */
@Component
class LoanProducts {

  private final Products products;

  LoanProducts(Products products) {
    this.products = products;
  }

  /** Returns what the product of a loan said when the loan was applied for. */
  ProductDefinition definition(Loan loan) {
    return products
        .definition(loan.application().productId(), loan.application().productVersion())
        .orElseThrow(
            () -> new IllegalStateException("The product of loan " + loan.id() + " is gone"));
  }

  /** Returns the names of the products of some loans. */
  Map<UUID, String> names(Collection<Loan> loans) {
    return products.names(
        loans.stream().map(loan -> loan.application().productId()).collect(Collectors.toSet()));
  }
}
