package io.loanwright.demo;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.Expense;
import io.loanwright.expense.ExpenseCategories;
import io.loanwright.expense.ExpenseCategory;
import io.loanwright.expense.ExpenseOutcome;
import io.loanwright.expense.ExpensePayments;
import io.loanwright.expense.Expenses;
import io.loanwright.expense.NewExpense;
import io.loanwright.ledger.LenderMovement;
import io.loanwright.ledger.LenderMovementOutcome;
import io.loanwright.ledger.LenderMovements;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallet.Holder;
import io.loanwright.ledger.LenderWalletBook;
import io.loanwright.ledger.LenderWalletOutcome;
import io.loanwright.ledger.NewLenderWallet;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.WalletKind;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the branches of the demo spend each month: the accountant fills the wallet of a branch and
 * writes down what it owes, its manager approves, and the accountant pays.
 */
@Component
class DemoSpending {

  /** What a branch spends each month, by the account of the category. */
  private static final List<Bill> BILLS =
      List.of(
          new Bill("5210", "Staff of the branch", "2400"),
          new Bill("5220", "Harbour Estates", "450"),
          new Bill("5250", "Coast Telecom", "85"));

  private final LenderWalletBook wallets;
  private final LenderMovements movements;
  private final ExpenseCategories categories;
  private final Expenses expenses;
  private final ExpensePayments payments;

  DemoSpending(
      LenderWalletBook wallets,
      LenderMovements movements,
      ExpenseCategories categories,
      Expenses expenses,
      ExpensePayments payments) {
    this.wallets = wallets;
    this.movements = movements;
    this.categories = categories;
    this.expenses = expenses;
    this.payments = payments;
  }

  private record Bill(String account, String vendor, String amount) {}

  /** A branch with the wallet that it pays from. */
  record Purse(DemoStaff.Desk desk, LenderWallet wallet) {}

  /** Opens a wallet for each branch. */
  @Transactional
  public List<Purse> open(DemoStaff.Team team, Currency currency) {
    return team.desks().stream().map(desk -> new Purse(desk, open(team, desk, currency))).toList();
  }

  private LenderWallet open(DemoStaff.Team team, DemoStaff.Desk desk, Currency currency) {
    NewLenderWallet wanted =
        new NewLenderWallet(
            WalletKind.EXPENSE,
            "Expenses of " + desk.branch().name(),
            new Holder(desk.branch().id(), null),
            currency);
    return switch (wallets.open(team.accountant(), wanted)) {
      case LenderWalletOutcome.Kept(LenderWallet wallet) -> wallet;
      case LenderWalletOutcome refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /** Spends what is spent in a month, on one day. */
  @Transactional
  public void spend(DemoStaff.Team team, List<Purse> purses, LocalDate on) {
    for (Purse purse : purses) {
      for (Bill bill : BILLS) {
        spend(team, purse, bill, on);
      }
    }
  }

  private void spend(DemoStaff.Team team, Purse purse, Bill bill, LocalDate on) {
    Money amount = Money.of(bill.amount(), purse.wallet().currency());
    LenderMovementOutcome filled =
        movements.move(
            team.accountant(),
            new LenderMovement.TopUp(
                purse.wallet().id(), PostingRole.CASH, amount, on, bill.vendor()));
    if (!(filled instanceof LenderMovementOutcome.Kept)) {
      throw new IllegalStateException(filled.toString());
    }
    NewExpense expense =
        new NewExpense(
            category(bill.account()).id(),
            purse.desk().branch().id(),
            on,
            bill.vendor(),
            amount,
            null,
            null);
    Expense written = kept(expenses.record(team.accountant(), expense));
    kept(expenses.approve(purse.desk().manager(), written.id()));
    kept(payments.pay(team.accountant(), written.id(), purse.wallet().id(), on));
  }

  private ExpenseCategory category(String account) {
    return categories.all().stream()
        .filter(category -> category.accountCode().equals(account))
        .findFirst()
        .orElseThrow();
  }

  private static Expense kept(ExpenseOutcome outcome) {
    return switch (outcome) {
      case ExpenseOutcome.Kept(Expense expense) -> expense;
      case ExpenseOutcome refused -> throw new IllegalStateException(refused.toString());
    };
  }
}
