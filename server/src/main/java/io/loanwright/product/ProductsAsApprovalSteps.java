package io.loanwright.product;

import io.loanwright.identity.spi.ApprovalSteps;
import io.loanwright.product.store.ProductStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which products need a role, so that it is not taken from under them. */
@Component
class ProductsAsApprovalSteps implements ApprovalSteps {

  private final ProductStore store;

  ProductsAsApprovalSteps(ProductStore store) {
    this.store = store;
  }

  @Override
  public List<String> productsDecidedBy(String role) {
    return store.all().stream()
        .filter(ProductVersion::active)
        .filter(product ->
            product.definition().approvalSteps().stream()
                .anyMatch(step -> role.equals(step.role())))
        .map(ProductVersion::name)
        .toList();
  }
}
