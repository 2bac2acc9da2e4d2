package io.loanwright.product;

import io.loanwright.ledger.spi.AccountUses;
import io.loanwright.product.store.ProductStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the books which products post to an account, now or by loans of before. */
@Component
class ProductsAsAccountUses implements AccountUses {

  private final ProductStore store;

  ProductsAsAccountUses(ProductStore store) {
    this.store = store;
  }

  @Override
  public List<String> uses(String code) {
    return store.namesPostingTo(code).stream().map(name -> "product " + name).toList();
  }
}
