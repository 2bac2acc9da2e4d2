package io.loanwright.product;

import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.WorkdayTerms;
import io.loanwright.ledger.PostingRole;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a product says about the loans made from it.
 *
 * @param terms the terms of a loan that agrees nothing else; of working days they say where due
 *     dates move, and each loan brings the calendar
 * @param minPrincipal the least that is lent, if there is a limit
 * @param maxPrincipal the most that is lent, if there is a limit
 * @param approvalSteps who approves, in order; empty: nobody has to
 * @param accounting when interest becomes income
 * @param accounts the account that plays each role
 * @param autoDisburse whether the last approval pays out at once
 * @param category whom it is for
 */
public record ProductDefinition(
    LoanTerms terms,
    @Nullable Money minPrincipal,
    @Nullable Money maxPrincipal,
    List<ApprovalRule> approvalSteps,
    Accounting accounting,
    Map<PostingRole, String> accounts,
    boolean autoDisburse,
    Category category) {

  /** Keeps its own copies. */
  public ProductDefinition {
    approvalSteps = List.copyOf(approvalSteps);
    accounts = Map.copyOf(accounts);
  }

  /**
   * Returns the account that plays a role.
   *
   * @throws IllegalStateException if the product names none
   */
  public String account(PostingRole role) {
    String code = accounts.get(role);
    if (code == null) {
      throw new IllegalStateException("The product's account map has no account for " + role);
    }
    return code;
  }

  /**
   * Returns the terms of a loan that agrees nothing else.
   *
   * @param workdays the working days as they are known now, asked for where due dates move; the
   *     loan keeps them
   */
  public LoanTerms terms(Supplier<Workdays> workdays) {
    CalendarTerms calendar = terms.repayment().calendar();
    WorkdayTerms rule = calendar.workdays();
    return rule == null
        ? terms
        : terms.withRepayment(
            terms
                .repayment()
                .withCalendar(
                    calendar.withWorkdays(
                        new WorkdayTerms(workdays.get(), rule.shift(), rule.interest()))));
  }
}
