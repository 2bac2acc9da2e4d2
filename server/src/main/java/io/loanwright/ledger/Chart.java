package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.spi.AccountUses;
import io.loanwright.ledger.store.AccountStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chart of accounts, which the lender may rename and add to. */
@Component
public class Chart {

  private final AccountStore accounts;
  private final List<AccountUses> uses;
  private final AuditTrail trail;

  Chart(AccountStore accounts, List<AccountUses> uses, AuditTrail trail) {
    this.accounts = accounts;
    this.uses = List.copyOf(uses);
    this.trail = trail;
  }

  /** Returns all accounts in the order of codes. */
  public List<Account> all() {
    return accounts.all();
  }

  /** Returns an account. */
  public Optional<Account> find(UUID id) {
    return accounts.find(id);
  }

  /** Returns the account that has a code. */
  public Optional<Account> named(String code) {
    return accounts.named(code);
  }

  /** Adds an account. */
  @Transactional
  public ChartOutcome add(Caller caller, Account account) {
    String currency = account.currency();
    if (currency != null && !Currency.isKnown(currency)) {
      return new ChartOutcome.CurrencyUnknown(currency);
    }
    if (account.cashFlow() == CashFlowKind.MONEY && account.type() != AccountType.ASSET) {
      return new ChartOutcome.NoMoney(account.code());
    }
    if (!accounts.insert(account)) {
      return new ChartOutcome.CodeTaken(account.code());
    }
    trail.record(caller, "account.create", subject(account), null, account, null);
    return new ChartOutcome.Kept(account);
  }

  /**
   * Changes what may be changed of an account that has entries. None is put out of use that
   * something posts to: it would go on, and whoever chooses accounts would not find it.
   *
   * @param account the account as it was read
   * @param name its name from now on
   * @param active whether it is offered from now on
   * @param cashFlow what it is in the statement of cash flows from now on
   */
  @Transactional
  public ChartOutcome change(
      Caller caller, Account account, String name, boolean active, CashFlowKind cashFlow) {
    if (!accounts.ofWallets(Set.of(account.code())).isEmpty()) {
      return new ChartOutcome.OfWallet(account.code());
    }
    if (cashFlow == CashFlowKind.MONEY && account.type() != AccountType.ASSET) {
      return new ChartOutcome.NoMoney(account.code());
    }
    List<String> by = account.active() && !active ? postingTo(account.code()) : List.of();
    if (!by.isEmpty()) {
      return new ChartOutcome.InUse(account, by);
    }
    Account changed =
        new Account(
            account.id(),
            account.code(),
            name,
            account.type(),
            account.currency(),
            account.header(),
            active,
            cashFlow,
            account.version() + 1);
    if (!accounts.update(changed)) {
      return new ChartOutcome.ChangedMeanwhile();
    }
    trail.record(caller, "account.change", subject(account), account, changed, null);
    return new ChartOutcome.Kept(changed);
  }

  private List<String> postingTo(String code) {
    Stream<String> own =
        code.equals(ChartPreset.wallets())
            ? Stream.of("wallets of borrowers")
            : code.equals(ChartPreset.provisions())
                ? Stream.of("what is set aside for losses")
                : Stream.empty();
    return Stream.concat(own, uses.stream().flatMap(each -> each.uses(code).stream())).toList();
  }

  private static Subject subject(Account account) {
    return new Subject("account", account.id(), account.code() + " " + account.name());
  }
}
