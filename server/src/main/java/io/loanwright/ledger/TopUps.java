package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.ledger.spi.WalletOwners.WalletOwner;
import io.loanwright.ledger.store.WalletStore;
import io.loanwright.web.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts money into wallets from outside, with its entry in the journal. */
@Component
public class TopUps {

  private final WalletStore wallets;
  private final WalletOwners owners;
  private final Ledger ledger;
  private final ValueDates dates;
  private final CashLimit cashLimit;
  private final AuditTrail trail;

  TopUps(
      WalletStore wallets,
      WalletOwners owners,
      Ledger ledger,
      ValueDates dates,
      CashLimit cashLimit,
      AuditTrail trail) {
    this.wallets = wallets;
    this.owners = owners;
    this.ledger = ledger;
    this.dates = dates;
    this.cashLimit = cashLimit;
    this.trail = trail;
  }

  /** Puts money into a wallet; what is refused has written nothing. */
  @Transactional
  public TopUpOutcome topUp(Caller caller, TopUp topUp) {
    Optional<AboveCashLimit> above = cashLimit.ofTopUp(caller, topUp.amount());
    Wallet before = wallets.lock(topUp.walletId()).orElse(null);
    WalletOwner owner =
        before == null
            ? null
            : owners.find(before.ownerId(), caller.reach(Permission.WALLET_TRANSFER)).orElse(null);
    if (before == null || owner == null) {
      return new TopUpOutcome.Unknown();
    }
    Optional<ValueDates.Wrong> wrong = dates.wrong(caller, topUp.on());
    if (wrong.isPresent()) {
      return new TopUpOutcome.WrongDate(wrong.get());
    }
    if (above.isPresent()) {
      return new TopUpOutcome.CashLimitExceeded(above.get());
    }
    String from = Objects.requireNonNull(ChartPreset.smallLender().get(topUp.from()));
    if (!ledger.unusable(Set.of(from), topUp.amount().currency()).isEmpty()) {
      return new TopUpOutcome.AccountUnusable(from);
    }
    if (!owners.hold(before.ownerId())) {
      return new TopUpOutcome.OwnerErased();
    }
    return deposit(caller, topUp, from, new Held(before, owner));
  }

  /** A locked wallet, and whose it is. */
  private record Held(Wallet wallet, WalletOwner owner) {}

  private TopUpOutcome deposit(Caller caller, TopUp topUp, String from, Held held) {
    Wallet before = held.wallet();
    Wallet after = wallets.deposit(before.ownerId(), topUp.amount(), before.accountCode());
    NewEntry entry = entry(topUp, from, new Held(after, held.owner()));
    ledger.post(caller, entry);
    trail.record(
        caller,
        "wallet.top_up",
        new Subject("wallet", after.id(), held.owner().name()),
        Map.of("balance", before.balance().toString()),
        Map.of("balance", after.balance().toString(), "on", topUp.on()),
        null);
    return new TopUpOutcome.Kept(after, entry.id());
  }

  private static NewEntry entry(TopUp topUp, String from, Held held) {
    return new NewEntry(
        Ids.next(),
        topUp.on(),
        held.owner().branchId(),
        "Top-up of a borrower's wallet",
        Source.ofTopUp(held.wallet().id()),
        null,
        List.of(
            Line.debit(from, topUp.amount(), null),
            Line.credit(held.wallet().accountCode(), topUp.amount(), null)));
  }
}
