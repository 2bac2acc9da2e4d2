package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.LenderWallet.Holder;
import io.loanwright.ledger.store.LenderWalletStore;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lender's own wallets: loan funds, expense wallets and tills.
 *
 * <p>{@link #move} changes the wallet's row only; the line on its account is posted by the caller
 * in the same transaction. A wallet is never overdrawn, whoever comes at the same time, and was not
 * on any day of the books.
 */
@Component
public class LenderWallets {

  private final LenderWalletStore store;
  private final Ledger ledger;
  private final Organization organization;
  private final ValueDates dates;

  LenderWallets(
      LenderWalletStore store, Ledger ledger, Organization organization, ValueDates dates) {
    this.store = store;
    this.ledger = ledger;
    this.organization = organization;
    this.dates = dates;
  }

  /** Returns a wallet, whoever may see it. */
  public Optional<LenderWallet> find(UUID id) {
    return store.find(id);
  }

  /** Returns a wallet that the caller may see. */
  public Optional<LenderWallet> find(Caller caller, UUID id) {
    return store.find(id).filter(wallet -> maySee(caller, wallet));
  }

  /** Returns whether the caller may see a wallet. */
  public boolean maySee(Caller caller, LenderWallet wallet) {
    return isCovered(caller.reach(Permission.FUND_VIEW), wallet.holder());
  }

  /**
   * Returns wallets that the caller may see, by name.
   *
   * @param after the name in lower case and the id of the last one of the page before
   */
  public List<LenderWallet> page(
      Caller caller, LenderWalletFilter filter, @Nullable Cursor after, int limit) {
    return store.page(caller.reach(Permission.FUND_VIEW), filter, after, limit);
  }

  /** Returns the open wallets of a branch and of the organization in a currency, by name. */
  public List<LenderWallet> atHand(
      @Nullable UUID branchId, Currency currency, Set<WalletKind> kinds) {
    return store.atHand(branchId, currency, kinds);
  }

  /** Returns all open wallets of some kinds in a currency, by name. */
  public List<LenderWallet> inCurrency(Currency currency, Set<WalletKind> kinds) {
    return store.inCurrency(currency, kinds);
  }

  /** Returns why money of wallets may not count from a day; nothing if it may. */
  public Optional<ValueDates.Wrong> wrongDate(Caller caller, LocalDate on) {
    return dates.wrong(caller, on);
  }

  /** Returns what is in all wallets of the lender of a currency. */
  public Money held(Currency currency) {
    return store.held(currency);
  }

  /** Returns the codes of the accounts of all wallets, open or closed. */
  public Set<String> accounts() {
    return store.accounts();
  }

  /** Returns whether a permission reaches a wallet, or one that is to be opened. */
  static boolean isCovered(Reach reach, Holder holder) {
    return reach.covers(holder.branchId(), holder.userId(), null);
  }

  /** Returns whether the caller moves money out of a wallet. */
  public boolean mayDraw(Caller caller, LenderWallet wallet) {
    return isCovered(caller.reach(Permission.FUND_TRANSFER), wallet.holder());
  }

  /**
   * Keeps every other change of some wallets waiting until the transaction ends, in an order in
   * which nobody waits for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(Collection<UUID> ids) {
    store.lock(ids);
  }

  /**
   * Adds money to a wallet, or takes it out.
   *
   * @param change what it gains, in its currency; negative for what it loses
   * @param on the day from which the change counts
   * @return the wallet after it, or why not; nothing has changed then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public LenderMove move(UUID id, Money change, LocalDate on) {
    store.lock(List.of(id));
    Optional<LenderWallet> wallet = store.find(id);
    if (wallet.isEmpty()) {
      return new LenderMove.Unknown();
    }
    return objection(wallet.get(), change, on)
        .orElseGet(() -> new LenderMove.Moved(store.add(id, change.minor()).orElseThrow()));
  }

  /** Returns why a wallet cannot be {@link #move moved} as it is now; nothing if it can. */
  public Optional<LenderMove> objection(LenderWallet wallet, Money change, LocalDate on) {
    if (wallet.closed()) {
      return Optional.of(new LenderMove.Closed(wallet.name()));
    }
    if (!wallet.currency().equals(change.currency())) {
      return Optional.of(new LenderMove.OtherCurrency(wallet.name(), wallet.currency()));
    }
    if (!ledger.unusable(Set.of(wallet.accountCode()), wallet.currency()).isEmpty()) {
      return Optional.of(new LenderMove.AccountUnusable(wallet.accountCode()));
    }
    return change.isNegative() ? shortOf(wallet, change.negated(), on) : Optional.empty();
  }

  /** What counts from the business date on is covered by the balance alone. */
  private Optional<LenderMove> shortOf(LenderWallet wallet, Money amount, LocalDate on) {
    if (wallet.balance().compareTo(amount) < 0) {
      return Optional.of(
          new LenderMove.Overdrawn(
              wallet.name(), wallet.balance(), amount.minus(wallet.balance())));
    }
    return on.isBefore(organization.businessDate())
        ? store
            .enoughFrom(wallet.id(), amount)
            .filter(on::isBefore)
            .map(day -> new LenderMove.OverdrawnBefore(wallet.name(), day))
        : Optional.empty();
  }
}
