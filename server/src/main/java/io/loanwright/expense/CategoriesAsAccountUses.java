package io.loanwright.expense;

import io.loanwright.expense.store.CategoryStore;
import io.loanwright.ledger.spi.AccountUses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the books on which accounts expenses are paid. */
@Component
class CategoriesAsAccountUses implements AccountUses {

  private final CategoryStore store;

  CategoriesAsAccountUses(CategoryStore store) {
    this.store = store;
  }

  @Override
  public List<String> uses(String code) {
    return store.all().stream()
        .filter(category -> category.active() && category.accountCode().equals(code))
        .map(category -> "expenses of " + category.name())
        .toList();
  }
}
