package io.loanwright.product;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.spi.LendingLimits;
import io.loanwright.product.store.ProductStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the books how much is lent at most. */
@Component
class ProductsAsLendingLimits implements LendingLimits {

  private final ProductStore store;

  ProductsAsLendingLimits(ProductStore store) {
    this.store = store;
  }

  @Override
  public Optional<Money> mostLent(Currency currency) {
    return store.mostLent(currency);
  }
}
