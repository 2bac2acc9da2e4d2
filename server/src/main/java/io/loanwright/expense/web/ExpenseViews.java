package io.loanwright.expense.web;

import io.loanwright.access.Caller;
import io.loanwright.document.Attachment;
import io.loanwright.document.Attachments;
import io.loanwright.expense.Expense;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Shows expenses with their attachments. */
@Component
class ExpenseViews {

  private final Attachments attachments;

  ExpenseViews(Attachments attachments) {
    this.attachments = attachments;
  }

  /** Returns an expense as a caller sees it. */
  ExpenseResponse of(Caller caller, Expense expense) {
    return each(caller, List.of(expense)).apply(expense);
  }

  /** Returns what shows each of some expenses to a caller; it asks once for all of them. */
  Function<Expense, ExpenseResponse> each(Caller caller, Collection<Expense> expenses) {
    Map<UUID, List<Attachment>> found = attachments.of(expenses.stream().map(Expense::id).toList());
    return expense ->
        ExpenseResponse.of(expense, found.getOrDefault(expense.id(), List.of()), caller);
  }
}
