package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.AttachmentOutcome;
import io.loanwright.expense.Expense;
import io.loanwright.expense.ExpenseAttachments;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The wallets of the demo's branches, and what they spend each month: the accountant fills the
 * wallet of a branch and writes down what it owes, its manager approves, and the accountant pays.
 */
@Component
class DemoSpending {

  /** What a branch spends each month, by the account of the category. */
  private static final List<Bill> BILLS =
      List.of(
          new Bill("5210", "Staff of the branch", "2400"),
          new Bill("5220", "Harbour Estates", "450"),
          new Bill("5250", "Coast Telecom", "85"));

  private static final String FLOAT = "600";
  private static final String FUND = "40000";
  private static final String IN_TILL = "1800";
  private static final String COUNTED_OFF = "1250";

  private final LenderWalletBook wallets;
  private final LenderMovements movements;
  private final ExpenseCategories categories;
  private final Expenses expenses;
  private final ExpensePayments payments;
  private final ExpenseAttachments attachments;

  DemoSpending(
      LenderWalletBook wallets,
      LenderMovements movements,
      ExpenseCategories categories,
      Expenses expenses,
      ExpensePayments payments,
      ExpenseAttachments attachments) {
    this.wallets = wallets;
    this.movements = movements;
    this.categories = categories;
    this.expenses = expenses;
    this.payments = payments;
    this.attachments = attachments;
  }

  private record Bill(String account, String vendor, String amount) {}

  /**
   * A branch with its wallets.
   *
   * @param wallet what it pays expenses from
   * @param fund what loans are paid out of
   * @param till the teller's
   */
  record Purse(DemoStaff.Desk desk, LenderWallet wallet, LenderWallet fund, LenderWallet till) {}

  /** Opens the wallets of each branch, and puts something into each. */
  @Transactional
  public List<Purse> open(DemoStaff.Team team, Currency currency, LocalDate on) {
    List<Purse> purses = team.desks().stream().map(desk -> open(team, desk, currency)).toList();
    for (Purse purse : purses) {
      fill(team, purse.wallet(), FLOAT, "Float", on);
      fill(team, purse.fund(), FUND, "Money to lend", on);
      pass(team, purse.fund(), purse.till(), IN_TILL, "Cash for the counter", on);
    }
    return purses;
  }

  private Purse open(DemoStaff.Team team, DemoStaff.Desk desk, Currency currency) {
    String branch = desk.branch().name();
    Holder ofBranch = new Holder(desk.branch().id(), null);
    Holder ofTeller = new Holder(desk.branch().id(), desk.teller().userId());
    return new Purse(
        desk,
        open(
            team,
            new NewLenderWallet(WalletKind.EXPENSE, "Expenses of " + branch, ofBranch, currency)),
        open(
            team,
            new NewLenderWallet(
                WalletKind.LOAN_FUND, "Loan fund of " + branch, ofBranch, currency)),
        open(team, new NewLenderWallet(WalletKind.TILL, "Till of " + branch, ofTeller, currency)));
  }

  private LenderWallet open(DemoStaff.Team team, NewLenderWallet wanted) {
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
      pass(team, purse.till(), purse.fund(), COUNTED_OFF, "Counted at the end of the month", on);
      pass(team, purse.fund(), purse.till(), COUNTED_OFF, "Cash for the counter", on);
    }
  }

  /** Leaves an expense for each manager to decide on, and one for the accountant to pay. */
  @Transactional
  public void leaveVouchers(DemoStaff.Team team, List<Purse> purses, LocalDate on) {
    for (Purse purse : purses) {
      DemoStaff.Desk desk = purse.desk();
      withBill(
          team.accountant(),
          write(team.accountant(), purse, new Bill("5230", "Paper House", "64.20"), on));
      write(desk.teller(), purse, new Bill("5230", "Sweep and Shine", "35"), on);
      Expense ride = write(desk.teller(), purse, new Bill("5240", "City Taxis", "18.50"), on);
      withBill(desk.teller(), ride);
      kept(expenses.approve(desk.manager(), ride.id(), null));
    }
  }

  private void fill(
      DemoStaff.Team team, LenderWallet wallet, String amount, String what, LocalDate on) {
    Money money = Money.of(amount, wallet.currency());
    moved(
        movements.move(
            team.accountant(),
            new LenderMovement.TopUp(wallet.id(), PostingRole.CASH, money, on, what)));
  }

  /** Money goes from one wallet to another one. */
  private void pass(
      DemoStaff.Team team,
      LenderWallet from,
      LenderWallet to,
      String amount,
      String what,
      LocalDate on) {
    Money money = Money.of(amount, from.currency());
    moved(
        movements.move(
            team.accountant(), new LenderMovement.Transfer(from.id(), to.id(), money, on, what)));
  }

  private static void moved(LenderMovementOutcome outcome) {
    if (!(outcome instanceof LenderMovementOutcome.Kept)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  private void spend(DemoStaff.Team team, Purse purse, Bill bill, LocalDate on) {
    fill(team, purse.wallet(), bill.amount(), bill.vendor(), on);
    Expense written = write(team.accountant(), purse, bill, on);
    kept(expenses.approve(purse.desk().manager(), written.id(), null));
    kept(payments.pay(team.accountant(), written.id(), purse.wallet().id(), on));
  }

  private Expense write(Caller caller, Purse purse, Bill bill, LocalDate on) {
    NewExpense expense =
        new NewExpense(
            category(bill.account()).id(),
            purse.desk().branch().id(),
            on,
            bill.vendor(),
            Money.of(bill.amount(), purse.wallet().currency()),
            null,
            null);
    return kept(expenses.record(caller, expense));
  }

  private void withBill(Caller caller, Expense expense) {
    int number = Math.floorMod(expense.label().hashCode(), DemoPicture.NUMBERS);
    try {
      AttachmentOutcome outcome =
          attachments.add(
              caller, expense.id(), "bill.png", new ByteArrayInputStream(DemoPicture.of(number)));
      if (!(outcome instanceof AttachmentOutcome.Kept)) {
        throw new IllegalStateException("The demo was refused: " + outcome);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
