package io.loanwright.expense;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.expense.store.CategoryStore;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.Chart;
import io.loanwright.web.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What money is spent on, each with its account of the books. */
@Component
public class ExpenseCategories {

  private final CategoryStore store;
  private final Chart chart;
  private final AuditTrail trail;

  ExpenseCategories(CategoryStore store, Chart chart, AuditTrail trail) {
    this.store = store;
    this.chart = chart;
    this.trail = trail;
  }

  /** Returns all categories, by name; there are dozens at most. */
  public List<ExpenseCategory> all() {
    return store.all();
  }

  /** Returns a category. */
  public Optional<ExpenseCategory> find(UUID id) {
    return store.find(id);
  }

  /** Adds a category. */
  @Transactional
  public CategoryOutcome add(Caller caller, String name, String accountCode) {
    ExpenseCategory category = new ExpenseCategory(Ids.next(), name, accountCode, true, 1);
    if (!isUsable(accountCode)) {
      return new CategoryOutcome.AccountUnusable(accountCode);
    }
    if (!store.insert(category)) {
      return new CategoryOutcome.NameTaken(name);
    }
    trail.record(caller, "expense.category_create", subject(category), null, category, null);
    return new CategoryOutcome.Kept(category);
  }

  /**
   * Changes a category from now on; what was paid stays on the account that it was paid on.
   *
   * @param wanted the category as it shall be, with the version that the change was made from
   */
  @Transactional
  public CategoryOutcome change(Caller caller, ExpenseCategory wanted) {
    Optional<ExpenseCategory> before = store.find(wanted.id());
    if (before.isEmpty()) {
      return new CategoryOutcome.Unknown();
    }
    boolean sameAccount = before.get().accountCode().equals(wanted.accountCode());
    boolean comesBack = wanted.active() && !before.get().active();
    if ((!sameAccount || comesBack) && !isUsable(wanted.accountCode())) {
      return new CategoryOutcome.AccountUnusable(wanted.accountCode());
    }
    if (store.isNameTaken(wanted)) {
      return new CategoryOutcome.NameTaken(wanted.name());
    }
    if (!store.update(wanted)) {
      return new CategoryOutcome.ChangedMeanwhile();
    }
    ExpenseCategory after = store.find(wanted.id()).orElseThrow();
    trail.record(caller, "expense.category_change", subject(after), before.get(), after, null);
    return new CategoryOutcome.Kept(after);
  }

  private boolean isUsable(String code) {
    return chart
        .named(code)
        .filter(account -> account.type() == AccountType.EXPENSE)
        .filter(account -> !account.header())
        .filter(Account::active)
        .isPresent();
  }

  private static Subject subject(ExpenseCategory category) {
    return new Subject("expense-category", category.id(), category.name());
  }
}
