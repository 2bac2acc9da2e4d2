package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.ledger.spi.WalletOwners.WalletOwner;
import io.loanwright.ledger.store.WalletStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens wallets before there is money to put into them. */
@Component
public class WalletOpenings {

  private final WalletStore wallets;
  private final WalletOwners owners;
  private final Ledger ledger;
  private final AuditTrail trail;

  WalletOpenings(WalletStore wallets, WalletOwners owners, Ledger ledger, AuditTrail trail) {
    this.wallets = wallets;
    this.owners = owners;
    this.ledger = ledger;
    this.trail = trail;
  }

  /** Opens the wallet of a borrower in a currency; it holds nothing. */
  @Transactional
  public WalletOpening open(Caller caller, UUID borrowerId, Currency currency) {
    Optional<WalletOwner> owner = owners.find(borrowerId, caller.reach(Permission.WALLET_TRANSFER));
    if (owner.isEmpty()) {
      return new WalletOpening.OwnerUnknown();
    }
    if (!owners.hold(borrowerId)) {
      return new WalletOpening.OwnerErased();
    }
    String account = ChartPreset.wallets();
    if (!ledger.unusable(Set.of(account), currency).isEmpty()) {
      return new WalletOpening.AccountUnusable(account);
    }
    return wallets
        .open(borrowerId, currency, account)
        .<WalletOpening>map(wallet -> opened(caller, owner.get(), wallet))
        .orElseGet(WalletOpening.OpenBefore::new);
  }

  private WalletOpening opened(Caller caller, WalletOwner owner, Wallet wallet) {
    trail.record(
        caller,
        "wallet.open",
        new Subject("wallet", wallet.id(), owner.name()),
        null,
        Map.of("balance", wallet.balance().toString()),
        null);
    return new WalletOpening.Opened(wallet);
  }
}
