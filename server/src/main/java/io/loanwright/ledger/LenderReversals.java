package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.store.LenderMovementQuery;
import io.loanwright.ledger.store.LenderMovementQuery.Moved;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes movements of the lender's wallets back, by an entry that names the one it corrects. */
@Component
public class LenderReversals {

  private final LenderWallets wallets;
  private final LenderMovementQuery movements;
  private final Ledger ledger;
  private final Organization organization;
  private final AuditTrail trail;

  LenderReversals(
      LenderWallets wallets,
      LenderMovementQuery movements,
      Ledger ledger,
      Organization organization,
      AuditTrail trail) {
    this.wallets = wallets;
    this.movements = movements;
    this.ledger = ledger;
    this.organization = organization;
    this.trail = trail;
  }

  /**
   * Which movement is taken back.
   *
   * @param on the value date; null for the business date
   */
  public record Wanted(UUID movementId, String reason, @Nullable LocalDate on) {}

  /**
   * Returns which rows of a wallet's history the caller may take back; whether there is enough in
   * the wallet that gives the money back shows when it is done.
   */
  public Predicate<LenderMovementQuery.Row> reversibleBy(Caller caller, LenderWallet wallet) {
    LocalDate businessDate = organization.businessDate();
    Map<UUID, LenderWallet> others = new HashMap<>();
    return row ->
        row.movement()
            && row.reversedOn() == null
            && isPermitted(caller, row.recordedBy(), row.on(), businessDate)
            && isOffered(caller, wallet, row, others);
  }

  /** A page names few other wallets, so each is looked up once. */
  private boolean isOffered(
      Caller caller,
      LenderWallet wallet,
      LenderMovementQuery.Row row,
      Map<UUID, LenderWallet> others) {
    UUID otherId = row.otherWalletId();
    Optional<LenderWallet> other =
        otherId == null
            ? Optional.empty()
            : Optional.of(others.computeIfAbsent(otherId, id -> wallets.find(id).orElseThrow()));
    List<LenderWallet> moved = Stream.concat(Stream.of(wallet), other.stream()).toList();
    return moved.stream().noneMatch(LenderWallet::closed)
        && reaches(caller, moved, row.gain().isNegative() ? Optional.of(wallet) : other);
  }

  /** Takes a movement back; what is refused leaves nothing, since the caller rolls back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public LenderMovementOutcome reverse(Caller caller, Wanted wanted) {
    Optional<Moved> found = movements.find(wanted.movementId());
    if (found.isPresent()) {
      wallets.lock(found.get().gains().keySet());
    }
    // Again: somebody may have taken it back until the lock.
    return found
        .flatMap(_ -> movements.find(wanted.movementId()))
        .filter(moved -> reaches(caller, moved))
        .map(moved -> reverse(caller, wanted, moved))
        .orElseGet(() -> new LenderMovementOutcome.Unknown("A movement"));
  }

  /** Whoever could have moved it. */
  private boolean reaches(Caller caller, Moved moved) {
    List<LenderWallet> found =
        moved.gains().keySet().stream().map(id -> wallets.find(id).orElseThrow()).toList();
    Optional<LenderWallet> lost =
        found.stream().filter(each -> moved.gain(each).isNegative()).findFirst();
    return reaches(caller, found, lost);
  }

  private boolean reaches(Caller caller, List<LenderWallet> found, Optional<LenderWallet> lost) {
    return lost.isEmpty()
        ? found.stream().allMatch(each -> LenderWalletBook.isKeeper(caller, each.holder()))
        : wallets.mayDraw(caller, lost.get())
            && found.stream()
                .allMatch(each -> LenderMovements.mayReceive(caller, lost.get(), each));
  }

  private LenderMovementOutcome reverse(Caller caller, Wanted wanted, Moved moved) {
    LocalDate businessDate = organization.businessDate();
    LocalDate on = wanted.on() == null ? businessDate : wanted.on();
    if (moved.reversedOn() != null) {
      return new LenderMovementOutcome.AlreadyReversed(moved.reversedOn());
    }
    if (!isPermitted(caller, moved.recordedBy(), moved.on(), businessDate)) {
      return new LenderMovementOutcome.ReversalNotPermitted();
    }
    if (on.isAfter(businessDate)) {
      return new LenderMovementOutcome.DateInFuture(businessDate);
    }
    if (on.isBefore(moved.on())) {
      return new LenderMovementOutcome.DateBeforeMovement(moved.on());
    }
    return posted(caller, wanted.reason(), on, moved);
  }

  /** Whoever may not go back in time takes back what he moved himself, on the same day. */
  private static boolean isPermitted(
      Caller caller, UUID recordedBy, LocalDate movedOn, LocalDate businessDate) {
    boolean ownOfToday = recordedBy.equals(caller.userId()) && movedOn.equals(businessDate);
    return ownOfToday || caller.may(Permission.PAYMENT_BACKDATE);
  }

  private LenderMovementOutcome posted(Caller caller, String reason, LocalDate on, Moved moved) {
    List<UUID> ids = List.copyOf(moved.gains().keySet());
    for (UUID id : ids) {
      LenderWallet before = wallets.find(id).orElseThrow();
      Money back = moved.gain(before).negated();
      LenderMove outcome = wallets.move(id, back, on);
      if (!(outcome instanceof LenderMove.Moved(LenderWallet after))) {
        return new LenderMovementOutcome.Refused(outcome);
      }
      trail.record(
          caller,
          "wallet.reverse",
          after.subject(),
          Map.of("balance", before.balance().toString()),
          Map.of("balance", after.balance().toString(), "movementId", moved.id(), "on", on),
          reason);
    }
    ledger.post(
        caller,
        new NewEntry(
            Ids.next(),
            on,
            moved.branchId(),
            takenBack(moved.description()),
            moved.source(),
            moved.id(),
            moved.lines().stream().map(LenderReversals::turned).toList()));
    return new LenderMovementOutcome.Kept(
        moved.id(), ids.stream().map(id -> wallets.find(id).orElseThrow()).toList());
  }

  private static String takenBack(String description) {
    String words = "Taken back: " + description;
    return words.substring(0, Math.min(words.length(), NewEntry.MAX_DESCRIPTION));
  }

  private static Line turned(Line line) {
    return line.side() == Side.DEBIT
        ? Line.credit(line.accountCode(), line.amount(), null)
        : Line.debit(line.accountCode(), line.amount(), null);
  }
}
