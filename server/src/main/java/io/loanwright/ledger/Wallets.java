package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.store.KeptWallets;
import io.loanwright.ledger.store.WalletDays;
import io.loanwright.ledger.store.WalletStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money held for borrowers.
 *
 * <p>A wallet is a row that is locked while its balance changes, so that it is never overdrawn,
 * whoever comes at the same time. These calls move that row only; the line on the account of {@link
 * PostingRole#BORROWER_WALLETS}, which is {@link ChartPreset#wallets} for every product, is posted
 * by the caller in the same transaction.
 */
@Component
public class Wallets {

  private final WalletStore store;
  private final WalletDays days;
  private final KeptWallets kept;

  Wallets(WalletStore store, WalletDays days, KeptWallets kept) {
    this.store = store;
    this.days = days;
    this.kept = kept;
  }

  /**
   * Puts money into the wallet of a borrower, which is opened with the first deposit.
   *
   * @param borrowerId the borrower
   * @param amount more than nothing
   * @return the wallet after it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wallet deposit(UUID borrowerId, Money amount) {
    requirePositive(amount);
    return store.deposit(borrowerId, amount, ChartPreset.wallets());
  }

  /**
   * Puts money into the wallet of a borrower before the transaction ends, maybe with that of others
   * who share it; as {@link #deposit} otherwise.
   *
   * @param amount more than nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(UUID borrowerId, Money amount) {
    requirePositive(amount);
    store.add(borrowerId, amount, ChartPreset.wallets());
  }

  /**
   * Takes money out of the wallet of a borrower, if there is enough in it, and was on every day
   * since it counts as taken.
   *
   * @param amount more than nothing
   * @param on the day from which it counts as taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public WalletOutcome withdraw(UUID borrowerId, Money amount, LocalDate on) {
    requirePositive(amount);
    Optional<Wallet> wallet =
        in(borrowerId, amount.currency()).flatMap(there -> store.lock(there.id()));
    return objection(wallet, amount, on)
        .orElseGet(() -> {
          Wallet after = store.withdraw(borrowerId, amount).orElseThrow();
          return new WalletOutcome.Withdrawn(after.id(), after.balance());
        });
  }

  /**
   * Returns why money cannot be taken out as things are now; nothing if it can.
   *
   * @param on the day from which it would count as taken
   */
  public Optional<WalletOutcome> objection(UUID borrowerId, Money amount, LocalDate on) {
    return objection(in(borrowerId, amount.currency()), amount, on);
  }

  private Optional<WalletOutcome> objection(Optional<Wallet> wallet, Money amount, LocalDate on) {
    Money available = wallet.map(Wallet::balance).orElse(Money.zero(amount.currency()));
    if (available.compareTo(amount) < 0) {
      return Optional.of(new WalletOutcome.Overdrawn(available));
    }
    return wallet
        .flatMap(there -> days.enoughFrom(there, amount))
        .filter(on::isBefore)
        .map(WalletOutcome.OverdrawnBefore::new);
  }

  /** Returns what is held for a borrower in a currency. */
  public Money balance(UUID borrowerId, Currency currency) {
    return in(borrowerId, currency).map(Wallet::balance).orElse(Money.zero(currency));
  }

  private Optional<Wallet> in(UUID borrowerId, Currency currency) {
    return store.of(borrowerId).stream()
        .filter(wallet -> wallet.balance().currency().equals(currency))
        .findFirst();
  }

  /** Returns the wallets of a borrower, one a currency. */
  public List<Wallet> of(UUID borrowerId) {
    return store.of(borrowerId);
  }

  /** Returns all that is kept of the wallets of a borrower, as JSON. */
  public String kept(UUID borrowerId) {
    return kept.of(borrowerId);
  }

  /** Returns what is held in all wallets of a currency. */
  public Money held(Currency currency) {
    return store.held(currency);
  }

  /** Returns a wallet. */
  public Optional<Wallet> find(UUID id) {
    return store.find(id);
  }

  private static void requirePositive(Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("An amount moved must be positive: " + amount);
    }
  }
}
