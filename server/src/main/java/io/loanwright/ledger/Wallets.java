package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.store.WalletStore;
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

  Wallets(WalletStore store) {
    this.store = store;
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
   * Takes money out of the wallet of a borrower, if there is enough in it.
   *
   * @param amount more than nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public WalletOutcome withdraw(UUID borrowerId, Money amount) {
    requirePositive(amount);
    Optional<Wallet> after = store.withdraw(borrowerId, amount);
    if (after.isPresent()) {
      return new WalletOutcome.Withdrawn(after.get().id(), after.get().balance());
    }
    return new WalletOutcome.Overdrawn(balance(borrowerId, amount.currency()));
  }

  /** Returns what is held for a borrower in a currency. */
  public Money balance(UUID borrowerId, Currency currency) {
    return store.of(borrowerId).stream()
        .map(Wallet::balance)
        .filter(balance -> balance.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  /** Returns the wallets of a borrower, one a currency. */
  public List<Wallet> of(UUID borrowerId) {
    return store.of(borrowerId);
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
