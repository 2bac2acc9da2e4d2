package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.ledger.spi.WalletOwners.WalletOwner;
import io.loanwright.ledger.store.JournalStore;
import io.loanwright.ledger.store.WalletStore;
import io.loanwright.web.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts money into wallets from outside, with its entry in the journal. */
@Component
public class TopUps {

  private final WalletStore wallets;
  private final JournalStore journal;
  private final WalletOwners owners;
  private final AuditTrail trail;

  TopUps(WalletStore wallets, JournalStore journal, WalletOwners owners, AuditTrail trail) {
    this.wallets = wallets;
    this.journal = journal;
    this.owners = owners;
    this.trail = trail;
  }

  /**
   * Puts money into a wallet.
   *
   * @return the wallet after it, or nothing if there is none in the caller's reach
   */
  @Transactional
  public Optional<Wallet> topUp(Caller caller, TopUp topUp) {
    Optional<Wallet> before = wallets.find(topUp.walletId());
    Optional<WalletOwner> owner =
        before.flatMap(
            wallet -> owners.find(wallet.ownerId(), caller.reach(Permission.WALLET_TRANSFER)));
    if (before.isEmpty() || owner.isEmpty()) {
      return Optional.empty();
    }
    Wallet after =
        wallets.deposit(before.get().ownerId(), topUp.amount(), before.get().accountCode());
    journal.insert(caller.userId(), entry(topUp, after, owner.get()));
    trail.record(
        caller,
        "wallet.top_up",
        new Subject("wallet", after.id(), owner.get().name()),
        Map.of("balance", before.get().balance().toString()),
        Map.of("balance", after.balance().toString()),
        null);
    return Optional.of(after);
  }

  private static NewEntry entry(TopUp topUp, Wallet wallet, WalletOwner owner) {
    String from = ChartPreset.smallLender().getOrDefault(topUp.from(), wallet.accountCode());
    return new NewEntry(
        Ids.next(),
        topUp.on(),
        owner.branchId(),
        "Top-up of the wallet of " + owner.name(),
        new Source("wallet", wallet.id()),
        null,
        List.of(
            Line.debit(from, topUp.amount(), null),
            Line.credit(wallet.accountCode(), topUp.amount(), null)));
  }
}
