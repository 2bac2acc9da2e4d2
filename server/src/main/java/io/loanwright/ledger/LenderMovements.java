package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.LenderMovement.TopUp;
import io.loanwright.ledger.LenderMovement.Transfer;
import io.loanwright.ledger.LenderMovement.Withdrawal;
import io.loanwright.organization.Branches;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves money into, out of and between the lender's own wallets, with its entry in the journal.
 * Both wallets of a transfer are locked in the order of their ids.
 */
@Component
public class LenderMovements {

  private final LenderWallets wallets;
  private final Ledger ledger;
  private final Branches branches;
  private final ValueDates dates;
  private final AuditTrail trail;

  LenderMovements(
      LenderWallets wallets, Ledger ledger, Branches branches, ValueDates dates, AuditTrail trail) {
    this.wallets = wallets;
    this.ledger = ledger;
    this.branches = branches;
    this.dates = dates;
    this.trail = trail;
  }

  /** Returns whether somebody who moves money out of a wallet may pass it on to another one. */
  public static boolean mayReceive(Caller caller, LenderWallet from, LenderWallet to) {
    UUID branch = to.holder().branchId();
    return LenderWallets.isCovered(caller.reach(Permission.FUND_TRANSFER), to.holder())
        || branch == null
        || branch.equals(from.holder().branchId());
  }

  /** Returns the wallet that has an id, whoever may see it; nothing if it is no lender's. */
  public Optional<LenderWallet> wallet(UUID id) {
    return wallets.find(id);
  }

  /** Moves money; what is refused leaves nothing, since the caller rolls back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public LenderMovementOutcome move(Caller caller, LenderMovement movement) {
    return switch (movement) {
      case Transfer transfer -> transfer(caller, transfer);
      case TopUp topUp -> outside(caller, topUp, topUp.walletId(), topUp.from(), topUp.amount());
      case Withdrawal taken ->
          outside(caller, taken, taken.walletId(), taken.to(), taken.amount().negated());
    };
  }

  private LenderMovementOutcome transfer(Caller caller, Transfer wanted) {
    if (wanted.fromId().equals(wanted.toId())) {
      return new LenderMovementOutcome.SameWallet();
    }
    wallets.lock(List.of(wanted.fromId(), wanted.toId()));
    Optional<LenderWallet> from =
        wallets.find(wanted.fromId()).filter(found -> wallets.mayDraw(caller, found));
    if (from.isEmpty()) {
      return new LenderMovementOutcome.Unknown("A wallet to take money out of");
    }
    Optional<LenderWallet> to =
        wallets.find(wanted.toId()).filter(found -> mayReceive(caller, from.get(), found));
    if (to.isEmpty()) {
      return new LenderMovementOutcome.Unknown("A wallet to put money into");
    }
    return wrongDate(caller, wanted.on())
        .orElseGet(() ->
            change(
                List.of(
                    new Change(from.get(), wanted.amount().negated()),
                    new Change(to.get(), wanted.amount())),
                wanted.on(),
                () -> posted(caller, wanted, from.get(), to.get())));
  }

  /** A wallet and what it gains. */
  private record Change(LenderWallet wallet, Money gain) {}

  private LenderMovementOutcome change(
      List<Change> changes, LocalDate on, Supplier<LenderMovementOutcome> rest) {
    for (Change change : changes) {
      LenderMove moved = wallets.move(change.wallet().id(), change.gain(), on);
      if (!(moved instanceof LenderMove.Moved)) {
        return new LenderMovementOutcome.Refused(moved);
      }
    }
    return rest.get();
  }

  private LenderMovementOutcome posted(
      Caller caller, Transfer wanted, LenderWallet from, LenderWallet to) {
    NewEntry entry =
        new NewEntry(
            Ids.next(),
            wanted.on(),
            branchOf(from),
            "Transfer from " + from.name() + " to " + to.name() + ": " + wanted.reference(),
            Source.ofTransfer(from.id()),
            null,
            List.of(
                Line.debit(to.accountCode(), wanted.amount(), null),
                Line.credit(from.accountCode(), wanted.amount(), null)));
    ledger.post(caller, entry);
    traced(caller, "wallet.transfer", from, wanted, Map.of("to", to.name()));
    traced(caller, "wallet.transfer", to, wanted, Map.of("from", from.name()));
    return kept(entry.id(), List.of(from.id(), to.id()));
  }

  private LenderMovementOutcome outside(
      Caller caller, LenderMovement wanted, UUID walletId, PostingRole role, Money gain) {
    wallets.lock(List.of(walletId));
    Optional<LenderWallet> found =
        wallets.find(walletId).filter(wallet -> wallets.mayDraw(caller, wallet));
    if (found.isEmpty()) {
      return new LenderMovementOutcome.Unknown("A wallet");
    }
    LenderWallet wallet = found.get();
    if (!LenderWalletBook.isKeeper(caller, wallet.holder())) {
      return new LenderMovementOutcome.NotKeeper(wallet.name());
    }
    String other = Objects.requireNonNull(ChartPreset.smallLender().get(role));
    if (!ledger.unusable(Set.of(other), wallet.currency()).isEmpty()) {
      return new LenderMovementOutcome.AccountUnusable(other);
    }
    return wrongDate(caller, wanted.on())
        .orElseGet(() ->
            change(
                List.of(new Change(wallet, gain)),
                wanted.on(),
                () -> posted(caller, wanted, wallet, other)));
  }

  private LenderMovementOutcome posted(
      Caller caller, LenderMovement wanted, LenderWallet wallet, String other) {
    boolean in = wanted instanceof TopUp;
    Money amount = wanted.amount();
    NewEntry entry =
        new NewEntry(
            Ids.next(),
            wanted.on(),
            branchOf(wallet),
            (in ? "Top-up of " : "Withdrawal from ")
                + wallet.name()
                + (wanted.reference() == null ? "" : ": " + wanted.reference()),
            in ? Source.ofLenderTopUp(wallet.id()) : Source.ofWithdrawal(wallet.id()),
            null,
            List.of(
                Line.debit(in ? wallet.accountCode() : other, amount, null),
                Line.credit(in ? other : wallet.accountCode(), amount, null)));
    ledger.post(caller, entry);
    traced(
        caller, in ? "wallet.top_up" : "wallet.withdraw", wallet, wanted, Map.of("account", other));
    return kept(entry.id(), List.of(wallet.id()));
  }

  private void traced(
      Caller caller,
      String action,
      LenderWallet before,
      LenderMovement wanted,
      Map<String, Object> other) {
    LenderWallet after = wallets.find(before.id()).orElseThrow();
    Map<String, Object> shown = new LinkedHashMap<>(other);
    shown.put("balance", after.balance().toString());
    shown.put("on", wanted.on());
    trail.record(
        caller,
        action,
        after.subject(),
        Map.of("balance", before.balance().toString()),
        shown,
        wanted.reference());
  }

  private LenderMovementOutcome kept(UUID id, List<UUID> moved) {
    return new LenderMovementOutcome.Kept(
        id, moved.stream().map(each -> wallets.find(each).orElseThrow()).toList());
  }

  private UUID branchOf(LenderWallet wallet) {
    UUID branch = wallet.holder().branchId();
    return branch == null ? branches.main().id() : branch;
  }

  private Optional<LenderMovementOutcome> wrongDate(Caller caller, LocalDate on) {
    return dates.wrong(caller, on).map(LenderMovementOutcome.WrongDate::new);
  }
}
