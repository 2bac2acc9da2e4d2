package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.ledger.spi.WalletOwners.WalletOwner;
import io.loanwright.ledger.store.WalletBookingQuery;
import io.loanwright.ledger.store.WalletDays;
import io.loanwright.ledger.store.WalletStore;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes money back that should not have been put into a wallet, by an entry that names the one it
 * corrects. Who may is who may take payments back.
 */
@Component
public class TopUpReversals {

  private final WalletStore wallets;
  private final WalletBookingQuery topUps;
  private final WalletDays days;
  private final WalletOwners owners;
  private final Ledger ledger;
  private final Organization organization;
  private final AuditTrail trail;

  TopUpReversals(
      WalletStore wallets,
      WalletBookingQuery topUps,
      WalletDays days,
      WalletOwners owners,
      Ledger ledger,
      Organization organization,
      AuditTrail trail) {
    this.wallets = wallets;
    this.topUps = topUps;
    this.days = days;
    this.owners = owners;
    this.ledger = ledger;
    this.organization = organization;
    this.trail = trail;
  }

  /** A locked wallet, whose it is, and the money to take out of it. */
  private record Held(Wallet wallet, WalletOwner owner, WalletBooking topUp) {}

  /** Returns which of the top-ups of an owner's wallet the caller may take back. */
  public Predicate<WalletBooking> reversibleBy(Caller caller, UUID ownerId) {
    LocalDate businessDate = organization.businessDate();
    boolean reaches = owners.find(ownerId, caller.reach(Permission.PAYMENT_REVERSE)).isPresent();
    return topUp ->
        reaches && topUp.reversedOn() == null && isPermitted(caller, topUp, businessDate);
  }

  /** Takes money back; what is refused has written nothing. */
  @Transactional
  public TopUpReversalOutcome reverse(Caller caller, TopUpReversal wanted) {
    return held(caller, wanted)
        .map(held -> reverse(caller, wanted, held))
        .orElseGet(TopUpReversalOutcome.Unknown::new);
  }

  private Optional<Held> held(Caller caller, TopUpReversal wanted) {
    return wallets
        .lock(wanted.walletId())
        .flatMap(wallet ->
            owners
                .find(wallet.ownerId(), caller.reach(Permission.PAYMENT_REVERSE))
                .flatMap(owner ->
                    topUps
                        .find(WalletBooking.Kind.TOP_UP, wallet.id(), wanted.topUpId())
                        .map(topUp -> new Held(wallet, owner, topUp))));
  }

  private TopUpReversalOutcome reverse(Caller caller, TopUpReversal wanted, Held held) {
    WalletBooking topUp = held.topUp();
    LocalDate businessDate = organization.businessDate();
    LocalDate on = wanted.on() == null ? businessDate : wanted.on();
    if (topUp.reversedOn() != null) {
      return new TopUpReversalOutcome.AlreadyReversed(topUp.reversedOn());
    }
    if (!isPermitted(caller, topUp, businessDate)) {
      return new TopUpReversalOutcome.NotPermitted();
    }
    if (on.isAfter(businessDate)) {
      return new TopUpReversalOutcome.DateInFuture(businessDate);
    }
    if (on.isBefore(topUp.on())) {
      return new TopUpReversalOutcome.DateBeforeTopUp(topUp.on());
    }
    Money available = held.wallet().balance();
    if (available.compareTo(topUp.amount()) < 0) {
      return new TopUpReversalOutcome.Spent(available, topUp.amount().minus(available));
    }
    return days.enoughFrom(held.wallet(), topUp.amount())
        .filter(on::isBefore)
        .<TopUpReversalOutcome>map(day -> new TopUpReversalOutcome.SpentBefore(topUp.amount(), day))
        .orElseGet(() -> reversed(caller, wanted.reason(), on, held));
  }

  /** Whoever may not go back in time takes back what he took himself, on the same day. */
  private static boolean isPermitted(Caller caller, WalletBooking topUp, LocalDate businessDate) {
    boolean ownOfToday =
        topUp.recordedBy().equals(caller.userId()) && topUp.on().equals(businessDate);
    return ownOfToday || caller.may(Permission.PAYMENT_BACKDATE);
  }

  private TopUpReversalOutcome reversed(Caller caller, String reason, LocalDate on, Held held) {
    Wallet after = wallets.withdraw(held.wallet().ownerId(), held.topUp().amount()).orElseThrow();
    ledger.post(caller, entry(on, held));
    trail.record(
        caller,
        "wallet.reverse",
        new Subject("wallet", after.id(), held.owner().name()),
        Map.of("balance", held.wallet().balance().toString()),
        Map.of(
            "balance", after.balance().toString(),
            "topUpId", held.topUp().id(),
            "on", on),
        reason);
    return new TopUpReversalOutcome.Reversed(after);
  }

  private static NewEntry entry(LocalDate on, Held held) {
    WalletBooking topUp = held.topUp();
    return new NewEntry(
        Ids.next(),
        on,
        topUp.branchId(),
        "Top-up of a borrower's wallet taken back",
        Source.ofTopUp(topUp.walletId()),
        topUp.id(),
        List.of(
            Line.debit(held.wallet().accountCode(), topUp.amount(), null),
            Line.credit(topUp.accountCode(), topUp.amount(), null)));
  }
}
