package io.loanwright.integration;

import io.loanwright.access.Caller;
import io.loanwright.integration.mapping.LoanMapping.TermFields;
import io.loanwright.integration.mapping.NewProduct;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.product.Accounting;
import io.loanwright.product.Category;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.ProductOutcome;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the product that imported loans become loans of, or makes it. */
@Component
class ImportProducts {

  private final Products products;

  ImportProducts(Products products) {
    this.products = products;
  }

  /**
   * Returns what is wrong with the choice of a product.
   *
   * @param replayed whether loans are to be paid out and repaid here
   */
  Optional<String> problem(TermFields terms, boolean replayed) {
    Optional<ProductVersion> found = find(terms);
    if (found.isEmpty()) {
      return terms.productId() == null
          ? Optional.empty()
          : Optional.of("must be the id of a product");
    }
    ProductVersion product = found.get();
    NewProduct wanted = terms.product();
    if (!product.active()) {
      return Optional.of("is a product that is no longer offered");
    }
    if (wanted != null
        && !product.definition().terms().currency().code().equals(wanted.currency())) {
      return Optional.of("is a product of that name in another currency already");
    }
    if (replayed
        && (!product.definition().approvalSteps().isEmpty()
            || product.definition().autoDisburse())) {
      return Optional.of(
          "must be a product without approval steps, paid out by hand, to replay payments");
    }
    return Optional.empty();
  }

  /** Returns the product, made in the caller's transaction if there is none of its name. */
  ProductVersion require(Caller caller, TermFields terms) {
    return find(terms).orElseGet(() -> make(caller, Objects.requireNonNull(terms.product())));
  }

  private Optional<ProductVersion> find(TermFields terms) {
    if (terms.productId() != null) {
      return products.current(terms.productId());
    }
    @Nullable NewProduct wanted = terms.product();
    return products.all().stream()
        .filter(product -> wanted != null && product.name().equalsIgnoreCase(wanted.name()))
        .findFirst();
  }

  private ProductVersion make(Caller caller, NewProduct wanted) {
    ProductDefinition definition =
        new ProductDefinition(
            wanted.terms(),
            null,
            null,
            List.of(),
            Accounting.CASH,
            ChartPreset.smallLender(),
            false,
            Category.PERSONAL);
    return switch (products.create(caller, wanted.name(), definition)) {
      case ProductOutcome.Kept(ProductVersion product) -> product;
      case ProductOutcome.NameTaken(String name) ->
          throw new ImportStopped("A product called " + name + " was made meanwhile. Start again.");
      case ProductOutcome.AccountsUnusable(var codes) ->
          throw new ImportStopped(
              "The product cannot be made, since these accounts cannot be posted to: "
                  + String.join(", ", codes));
      case ProductOutcome.WalletsElsewhere _,
          ProductOutcome.AllowanceElsewhere _,
          ProductOutcome.ReceivableShared _,
          ProductOutcome.RoleCannotApprove _,
          ProductOutcome.ChangedMeanwhile _ ->
          throw new ImportStopped("The product was changed meanwhile. Start again.");
    };
  }
}
