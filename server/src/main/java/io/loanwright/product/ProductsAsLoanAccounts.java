package io.loanwright.product;

import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.spi.LoanAccounts;
import io.loanwright.product.store.ProductStore;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the books on which accounts loans are kept. */
@Component
class ProductsAsLoanAccounts implements LoanAccounts {

  private final ProductStore store;

  ProductsAsLoanAccounts(ProductStore store) {
    this.store = store;
  }

  @Override
  public Set<String> codes(Set<PostingRole> roles) {
    return store.accounts(roles);
  }
}
