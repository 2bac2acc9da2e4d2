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

/**
 * Gives money back that is held for a borrower, such as what was paid too much, with its entry in
 * the journal. No more goes out than is held, and was on every day since.
 */
@Component
public class WalletPayouts {

  private final WalletStore store;
  private final Wallets wallets;
  private final WalletOwners owners;
  private final Ledger ledger;
  private final ValueDates dates;
  private final CashLimit cashLimit;
  private final AuditTrail trail;

  WalletPayouts(
      WalletStore store,
      Wallets wallets,
      WalletOwners owners,
      Ledger ledger,
      ValueDates dates,
      CashLimit cashLimit,
      AuditTrail trail) {
    this.store = store;
    this.wallets = wallets;
    this.owners = owners;
    this.ledger = ledger;
    this.dates = dates;
    this.cashLimit = cashLimit;
    this.trail = trail;
  }

  /** A locked wallet, and whose it is. */
  private record Held(Wallet wallet, WalletOwner owner) {}

  /** Pays out; what is refused has written nothing. */
  @Transactional
  public WalletPayoutOutcome payOut(Caller caller, WalletPayout payout) {
    Held held = held(caller, payout).orElse(null);
    if (held == null) {
      return new WalletPayoutOutcome.Unknown();
    }
    if (held.wallet().ownerId().equals(caller.borrowerId())) {
      return new WalletPayoutOutcome.OwnMoney();
    }
    if (owners.isRelative(caller.userId(), held.wallet().ownerId())) {
      return new WalletPayoutOutcome.MoneyOfRelative();
    }
    Optional<ValueDates.Wrong> wrong = dates.wrong(caller, payout.on());
    if (wrong.isPresent()) {
      return new WalletPayoutOutcome.WrongDate(wrong.get());
    }
    Optional<AboveCashLimit> above = cashLimit.ofPayment(caller, payout.amount());
    if (above.isPresent()) {
      return new WalletPayoutOutcome.CashLimitExceeded(above.get());
    }
    String to = Objects.requireNonNull(ChartPreset.smallLender().get(payout.to()));
    if (!ledger.unusable(Set.of(to), payout.amount().currency()).isEmpty()) {
      return new WalletPayoutOutcome.AccountUnusable(to);
    }
    return switch (wallets.withdraw(held.wallet().ownerId(), payout.amount(), payout.on())) {
      case WalletOutcome.Overdrawn(var available) -> new WalletPayoutOutcome.Overdrawn(available);
      case WalletOutcome.OverdrawnBefore(var from) -> new WalletPayoutOutcome.OverdrawnBefore(from);
      case WalletOutcome.Withdrawn _ -> paidOut(caller, payout, to, held);
    };
  }

  private Optional<Held> held(Caller caller, WalletPayout payout) {
    return store
        .lock(payout.walletId())
        .flatMap(wallet ->
            owners
                .find(wallet.ownerId(), caller.reach(Permission.WALLET_TRANSFER))
                .map(owner -> new Held(wallet, owner)));
  }

  private WalletPayoutOutcome paidOut(Caller caller, WalletPayout payout, String to, Held held) {
    Wallet after = store.find(held.wallet().id()).orElseThrow();
    NewEntry entry =
        new NewEntry(
            Ids.next(),
            payout.on(),
            held.owner().branchId(),
            "Paid out of a borrower's wallet",
            Source.ofPayout(after.id()),
            null,
            List.of(
                Line.debit(after.accountCode(), payout.amount(), null),
                Line.credit(to, payout.amount(), null)));
    ledger.post(caller, entry);
    trail.record(
        caller,
        "wallet.pay_out",
        new Subject("wallet", after.id(), held.owner().name()),
        Map.of("balance", held.wallet().balance().toString()),
        Map.of("balance", after.balance().toString(), "on", payout.on()),
        payout.reason());
    return new WalletPayoutOutcome.Kept(after, entry.id());
  }
}
