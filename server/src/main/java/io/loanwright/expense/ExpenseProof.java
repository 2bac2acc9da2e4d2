package io.loanwright.expense;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.expense.store.ExpenseCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that what is said to be paid or taken back is in the journal, and nothing else is. */
@Component
@Order(3)
class ExpenseProof implements Proof {

  private final ExpenseCheck expenses;

  ExpenseProof(ExpenseCheck expenses) {
    this.expenses = expenses;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    expenses.other().forEach(found);
    return new Checked("expenses", expenses.count());
  }
}
