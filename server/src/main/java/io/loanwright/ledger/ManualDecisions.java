package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.ledger.JournalEntry.PostedLine;
import io.loanwright.ledger.ManualEntry.Status;
import io.loanwright.ledger.store.ManualEntryStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on entries that were drafted by hand: somebody else than who drafted one posts or rejects
 * it, and who drafted it takes it back. One is decided once.
 */
@Component
public class ManualDecisions {

  private final ManualEntryStore store;
  private final ManualLines lines;
  private final Periods periods;
  private final Ledger ledger;
  private final AuditTrail trail;

  ManualDecisions(
      ManualEntryStore store, ManualLines lines, Periods periods, Ledger ledger, AuditTrail trail) {
    this.store = store;
    this.lines = lines;
    this.periods = periods;
    this.ledger = ledger;
    this.trail = trail;
  }

  /** Posts an entry that somebody else drafted, if its accounts still take it. */
  @Transactional
  public ManualEntryOutcome approve(Caller caller, UUID id) {
    return ofAnother(
        caller,
        id,
        entry ->
            periods
                .refusal(entry.on())
                .or(() -> lines.refusal(entry.lines().stream().map(PostedLine::line).toList()))
                .orElseGet(() -> {
                  ledger.post(caller, entry.toPost());
                  return decided(caller, entry, Status.POSTED, null);
                }));
  }

  /** Keeps an entry that somebody else drafted out of the books. */
  @Transactional
  public ManualEntryOutcome reject(Caller caller, UUID id, String reason) {
    return ofAnother(caller, id, entry -> decided(caller, entry, Status.REJECTED, reason));
  }

  /** Takes an entry back that the caller drafted. */
  @Transactional
  public ManualEntryOutcome withdraw(Caller caller, UUID id) {
    return waiting(
        caller,
        id,
        Permission.LEDGER_DRAFT,
        entry ->
            isMaker(caller, entry)
                ? decided(caller, entry, Status.WITHDRAWN, null)
                : new ManualEntryOutcome.NotTheMaker(entry.drafted().name()));
  }

  private ManualEntryOutcome ofAnother(
      Caller caller, UUID id, Function<ManualEntry, ManualEntryOutcome> work) {
    return waiting(
        caller,
        id,
        Permission.LEDGER_APPROVE,
        entry ->
            isMaker(caller, entry) ? new ManualEntryOutcome.MakerIsChecker() : work.apply(entry));
  }

  private ManualEntryOutcome waiting(
      Caller caller,
      UUID id,
      Permission permission,
      Function<ManualEntry, ManualEntryOutcome> work) {
    Optional<ManualEntry> locked =
        store
            .lock(id)
            .filter(entry -> caller.reach(permission).covers(entry.branchId(), null, null));
    return locked
        .map(entry ->
            entry.status() == Status.WAITING
                ? work.apply(entry)
                : new ManualEntryOutcome.AlreadyDecided(entry))
        .orElseGet(ManualEntryOutcome.Unknown::new);
  }

  private static boolean isMaker(Caller caller, ManualEntry entry) {
    return entry.drafted().userId().equals(caller.userId());
  }

  private ManualEntryOutcome decided(
      Caller caller, ManualEntry entry, Status status, @Nullable String reason) {
    store.decide(entry.id(), caller, status, reason);
    trail.record(
        caller,
        action(status),
        entry.subject(),
        Map.of("status", entry.status()),
        Map.of("status", status, "on", entry.on(), "draftedBy", entry.drafted().name()),
        reason);
    return new ManualEntryOutcome.Kept(store.find(entry.id()).orElseThrow());
  }

  private static String action(Status status) {
    return switch (status) {
      case POSTED -> "manual_entry.approve";
      case REJECTED -> "manual_entry.reject";
      case WITHDRAWN -> "manual_entry.withdraw";
      case WAITING -> throw new IllegalArgumentException("Waiting is no decision");
    };
  }
}
