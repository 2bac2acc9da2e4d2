package io.loanwright.expense;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.Expense.Payment;
import io.loanwright.expense.Expense.Signature;
import io.loanwright.expense.Expense.Status;
import io.loanwright.expense.store.ExpenseStore;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.LenderMove;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Source;
import io.loanwright.ledger.WalletKind;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pays approved expenses out of wallets of the lender, and takes such payments back. */
@Component
public class ExpensePayments {

  private final ExpenseStore store;
  private final ExpenseCategories categories;
  private final LenderWallets wallets;
  private final Ledger ledger;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  ExpensePayments(
      ExpenseStore store,
      ExpenseCategories categories,
      LenderWallets wallets,
      Ledger ledger,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.wallets = wallets;
    this.ledger = ledger;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /** Pays an expense; the caller rolls back what is refused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public ExpenseOutcome pay(Caller caller, UUID id, UUID walletId, LocalDate on) {
    return at(caller, id, Status.APPROVED, expense -> pay(caller, expense, walletId, on));
  }

  private ExpenseOutcome at(
      Caller caller, UUID id, Status status, Function<Expense, ExpenseOutcome> work) {
    return store
        .lock(id)
        .filter(expense -> Expenses.reaches(caller, Permission.EXPENSE_RECORD, expense))
        .map(expense ->
            expense.status() == status
                ? work.apply(expense)
                : new ExpenseOutcome.WrongStatus(expense))
        .orElseGet(ExpenseOutcome.Unknown::new);
  }

  private ExpenseOutcome pay(Caller caller, Expense expense, UUID walletId, LocalDate on) {
    Optional<LenderWallet> wallet =
        wallets
            .find(walletId)
            .filter(found -> pays(found.kind()) && wallets.mayDraw(caller, found));
    if (wallet.isEmpty()) {
      return new ExpenseOutcome.WalletUnknown();
    }
    Money amount = expense.facts().amount();
    String account = categories.find(expense.facts().categoryId()).orElseThrow().accountCode();
    if (!ledger.unusable(Map.of(account, AccountType.EXPENSE), amount.currency()).isEmpty()) {
      return new ExpenseOutcome.AccountUnusable(account, amount.currency());
    }
    Optional<ExpenseOutcome> wrongDate = wrongDate(caller, on);
    if (wrongDate.isPresent()) {
      return wrongDate.get();
    }
    LenderMove moved = wallets.move(walletId, amount.negated(), on);
    return moved instanceof LenderMove.Moved(LenderWallet after)
        ? paid(caller, expense, on, new Drawn(after, account))
        : new ExpenseOutcome.WalletRefused(moved);
  }

  private static boolean pays(WalletKind kind) {
    return switch (kind) {
      case EXPENSE, TILL -> true;
      case LOAN_FUND, BORROWER -> false;
    };
  }

  /** The wallet that paid, and the account that is debited. */
  private record Drawn(LenderWallet wallet, String account) {}

  private ExpenseOutcome paid(Caller caller, Expense expense, LocalDate on, Drawn drawn) {
    UUID entry = Ids.next();
    Money amount = expense.facts().amount();
    ledger.post(
        caller,
        new NewEntry(
            entry,
            on,
            expense.facts().branchId(),
            words("Expense", expense),
            new Source("expense", expense.id()),
            null,
            List.of(
                Line.debit(drawn.account(), amount, null),
                Line.credit(drawn.wallet().accountCode(), amount, null))));
    Signature signed = new Signature(caller.userId(), caller.name(), clock.instant());
    store.pay(expense.id(), new Payment(on, drawn.wallet().id(), entry, drawn.account(), signed));
    trail.record(
        caller,
        "expense.pay",
        expense.subject(),
        Map.of("status", Status.APPROVED),
        Map.of(
            "status",
            Status.PAID,
            "wallet",
            drawn.wallet().name(),
            "amount",
            amount.toString(),
            "on",
            on),
        null);
    return new ExpenseOutcome.Kept(store.find(expense.id()).orElseThrow());
  }

  private static String words(String what, Expense expense) {
    return what
        + " "
        + expense.label()
        + ", "
        + expense.facts().categoryName()
        + ", "
        + expense.facts().vendor();
  }

  private Optional<ExpenseOutcome> wrongDate(Caller caller, LocalDate on) {
    return wallets.wrongDate(caller, on).map(ExpenseOutcome.WrongDate::new);
  }

  /**
   * Takes the payment of an expense back; the caller rolls back what is refused.
   *
   * @param on the value date from which it counts no more; null for the business date
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ExpenseOutcome takeBack(Caller caller, UUID id, String reason, @Nullable LocalDate on) {
    LocalDate day = on == null ? organization.businessDate() : on;
    return at(
        caller,
        id,
        Status.PAID,
        expense ->
            expense.payment() == null
                ? new ExpenseOutcome.WrongStatus(expense)
                : takeBack(caller, expense, expense.payment(), reason, day));
  }

  private ExpenseOutcome takeBack(
      Caller caller, Expense expense, Payment payment, String reason, LocalDate on) {
    LocalDate businessDate = organization.businessDate();
    boolean ownOfToday =
        payment.signed().userId().equals(caller.userId()) && payment.on().equals(businessDate);
    if (!ownOfToday && !caller.may(Permission.PAYMENT_BACKDATE)) {
      return new ExpenseOutcome.ReversalNotPermitted();
    }
    if (on.isAfter(businessDate)) {
      return new ExpenseOutcome.DateInFuture(businessDate);
    }
    if (on.isBefore(payment.on())) {
      return new ExpenseOutcome.DateBeforePayment(payment.on());
    }
    if (wallets
        .find(payment.walletId())
        .filter(wallet -> wallets.mayDraw(caller, wallet))
        .isEmpty()) {
      return new ExpenseOutcome.WalletNotPermitted();
    }
    Money amount = expense.facts().amount();
    LenderMove moved = wallets.move(payment.walletId(), amount, on);
    if (!(moved instanceof LenderMove.Moved(LenderWallet wallet))) {
      return new ExpenseOutcome.WalletRefused(moved);
    }
    ledger.post(
        caller,
        new NewEntry(
            Ids.next(),
            on,
            expense.facts().branchId(),
            words("Taken back: expense", expense),
            new Source("expense", expense.id()),
            payment.entryId(),
            List.of(
                Line.debit(wallet.accountCode(), amount, null),
                Line.credit(payment.account(), amount, null))));
    store.takeBack(expense.id(), caller, on, reason);
    trail.record(
        caller,
        "expense.take_back",
        expense.subject(),
        Map.of("status", Status.PAID),
        Map.of("status", Status.TAKEN_BACK, "wallet", wallet.name(), "on", on),
        reason);
    return new ExpenseOutcome.Kept(store.find(expense.id()).orElseThrow());
  }
}
