package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.ledger.spi.WalletOwners.WalletOwner;
import io.loanwright.ledger.store.WalletBookingQuery;
import io.loanwright.ledger.store.WalletStore;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts money into a borrower's wallet again that should not have been paid out of it, by an entry
 * that names the one it corrects. Who may is who may take payments back, but nobody for himself or
 * for a relative: what is in a wallet is paid out to its owner.
 */
@Component
public class WalletPayoutReversals {

  private final WalletStore store;
  private final Wallets wallets;
  private final WalletBookingQuery payouts;
  private final WalletOwners owners;
  private final Ledger ledger;
  private final Organization organization;
  private final AuditTrail trail;

  WalletPayoutReversals(
      WalletStore store,
      Wallets wallets,
      WalletBookingQuery payouts,
      WalletOwners owners,
      Ledger ledger,
      Organization organization,
      AuditTrail trail) {
    this.store = store;
    this.wallets = wallets;
    this.payouts = payouts;
    this.owners = owners;
    this.ledger = ledger;
    this.organization = organization;
    this.trail = trail;
  }

  /** A locked wallet, whose it is, and the money to put into it again. */
  private record Held(Wallet wallet, WalletOwner owner, WalletBooking payout) {}

  /** Returns which of the payouts of an owner's wallet the caller may take back. */
  public Predicate<WalletBooking> reversibleBy(Caller caller, UUID ownerId) {
    LocalDate businessDate = organization.businessDate();
    boolean isAsked =
        owners.find(ownerId, caller.reach(Permission.PAYMENT_REVERSE)).isPresent()
            && !ownerId.equals(caller.borrowerId())
            && !owners.isRelative(caller.userId(), ownerId);
    return payout ->
        isAsked && payout.reversedOn() == null && isPermitted(caller, payout, businessDate);
  }

  /** Takes a payout back; what is refused has written nothing. */
  @Transactional
  public WalletPayoutReversalOutcome reverse(Caller caller, WalletPayoutReversal wanted) {
    return held(caller, wanted)
        .map(held -> reverse(caller, wanted, held))
        .orElseGet(WalletPayoutReversalOutcome.Unknown::new);
  }

  private Optional<Held> held(Caller caller, WalletPayoutReversal wanted) {
    return store
        .lock(wanted.walletId())
        .flatMap(wallet ->
            owners
                .find(wallet.ownerId(), caller.reach(Permission.PAYMENT_REVERSE))
                .flatMap(owner ->
                    payouts
                        .find(WalletBooking.Kind.PAYOUT, wallet.id(), wanted.payoutId())
                        .map(payout -> new Held(wallet, owner, payout))));
  }

  private WalletPayoutReversalOutcome reverse(
      Caller caller, WalletPayoutReversal wanted, Held held) {
    WalletBooking payout = held.payout();
    LocalDate businessDate = organization.businessDate();
    LocalDate on = wanted.on() == null ? businessDate : wanted.on();
    if (held.wallet().ownerId().equals(caller.borrowerId())) {
      return new WalletPayoutReversalOutcome.OwnMoney();
    }
    if (owners.isRelative(caller.userId(), held.wallet().ownerId())) {
      return new WalletPayoutReversalOutcome.MoneyOfRelative();
    }
    if (payout.reversedOn() != null) {
      return new WalletPayoutReversalOutcome.AlreadyReversed(payout.reversedOn());
    }
    if (!isPermitted(caller, payout, businessDate)) {
      return new WalletPayoutReversalOutcome.NotPermitted();
    }
    if (on.isAfter(businessDate)) {
      return new WalletPayoutReversalOutcome.DateInFuture(businessDate);
    }
    if (on.isBefore(payout.on())) {
      return new WalletPayoutReversalOutcome.DateBeforePayout(payout.on());
    }
    if (!ledger.unusable(Set.of(payout.accountCode()), payout.amount().currency()).isEmpty()) {
      return new WalletPayoutReversalOutcome.AccountUnusable(payout.accountCode());
    }
    if (!owners.hold(held.wallet().ownerId())) {
      return new WalletPayoutReversalOutcome.OwnerErased();
    }
    return reversed(caller, wanted.reason(), on, held);
  }

  /** Whoever may not go back in time takes back what he paid out himself, on the same day. */
  private static boolean isPermitted(Caller caller, WalletBooking payout, LocalDate businessDate) {
    boolean ownOfToday =
        payout.recordedBy().equals(caller.userId()) && payout.on().equals(businessDate);
    return ownOfToday || caller.may(Permission.PAYMENT_BACKDATE);
  }

  private WalletPayoutReversalOutcome reversed(
      Caller caller, String reason, LocalDate on, Held held) {
    Money amount = held.payout().amount();
    Wallet after = wallets.deposit(held.wallet().ownerId(), amount);
    ledger.post(
        caller,
        new NewEntry(
            Ids.next(),
            on,
            held.payout().branchId(),
            "Payout of a borrower's wallet taken back",
            Source.ofPayout(after.id()),
            held.payout().id(),
            List.of(
                Line.debit(held.payout().accountCode(), amount, null),
                Line.credit(held.wallet().accountCode(), amount, null))));
    trail.record(
        caller,
        "wallet.payout_reverse",
        new Subject("wallet", after.id(), held.owner().name()),
        Map.of("balance", held.wallet().balance().toString()),
        Map.of(
            "balance", after.balance().toString(),
            "payoutId", held.payout().id(),
            "on", on),
        reason);
    return new WalletPayoutReversalOutcome.Reversed(after);
  }
}
