package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.ledger.ManualEntry.Status;
import io.loanwright.ledger.store.ManualEntryStore;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries that people write by hand. One person drafts; nothing is in the books before another one
 * has posted it ({@link ManualDecisions}).
 */
@Component
public class ManualEntries {

  /** So long ago an entry may count at most; a slip of the keyboard is further off. */
  private static final int YEARS_BACK = 5;

  private final ManualEntryStore store;
  private final ManualLines lines;
  private final Periods periods;
  private final Branches branches;
  private final Organization organization;
  private final AuditTrail trail;

  ManualEntries(
      ManualEntryStore store,
      ManualLines lines,
      Periods periods,
      Branches branches,
      Organization organization,
      AuditTrail trail) {
    this.store = store;
    this.lines = lines;
    this.periods = periods;
    this.branches = branches;
    this.organization = organization;
    this.trail = trail;
  }

  /** Returns the accounts that take lines written by hand, in the order of codes. */
  public List<Account> accounts() {
    return lines.choice();
  }

  /**
   * Returns entries that the caller may see, newest first.
   *
   * @param status only those; null for all
   * @param before the last one of the page before; null for the first page
   */
  public List<ManualEntry> page(
      Caller caller, @Nullable Status status, @Nullable UUID before, int limit) {
    return store.page(reading(caller), status, before, limit);
  }

  /** Returns an entry that the caller may see. */
  public Optional<ManualEntry> find(Caller caller, UUID id) {
    return store.find(id).filter(entry -> reading(caller).covers(entry.branchId(), null, null));
  }

  /** Whoever sees the books, drafts or decides reads as far as the widest of these reaches. */
  static Reach reading(Caller caller) {
    return Stream.of(Permission.LEDGER_VIEW, Permission.LEDGER_APPROVE, Permission.LEDGER_DRAFT)
        .filter(caller::may)
        .map(permission -> caller.reach(permission).ofBranches())
        .min(Comparator.comparing(Reach::scope, Comparator.nullsLast(Comparator.naturalOrder())))
        .orElseGet(() -> caller.reach(Permission.LEDGER_VIEW));
  }

  /** Writes an entry down for somebody else to post; what is refused has written nothing. */
  @Transactional
  public ManualEntryOutcome draft(Caller caller, ManualDraft draft) {
    UUID branchId = branchOf(caller, draft);
    if (branches.find(branchId).filter(Branch::active).isEmpty()) {
      return new ManualEntryOutcome.BranchUnknown();
    }
    if (!caller.reach(Permission.LEDGER_DRAFT).covers(branchId, null, null)) {
      return new ManualEntryOutcome.BeyondReach();
    }
    return wrongDate(caller, draft.on())
        .or(() -> wrongLines(draft))
        .orElseGet(() -> keep(caller, draft, branchId));
  }

  private UUID branchOf(Caller caller, ManualDraft draft) {
    if (draft.branchId() != null) {
      return draft.branchId();
    }
    return caller.branchId() == null ? branches.main().id() : caller.branchId();
  }

  private Optional<ManualEntryOutcome> wrongDate(Caller caller, LocalDate on) {
    LocalDate businessDate = organization.businessDate();
    LocalDate earliest = businessDate.minusYears(YEARS_BACK);
    if (on.isAfter(businessDate)) {
      return Optional.of(new ManualEntryOutcome.DateInFuture(businessDate));
    }
    if (on.isBefore(earliest)) {
      return Optional.of(new ManualEntryOutcome.DateTooEarly(earliest));
    }
    return on.isBefore(businessDate) && !caller.may(Permission.PAYMENT_BACKDATE)
        ? Optional.of(new ManualEntryOutcome.BackdateNotPermitted(businessDate))
        : periods.refusal(on);
  }

  private Optional<ManualEntryOutcome> wrongLines(ManualDraft draft) {
    var debits = draft.total(Side.DEBIT);
    var credits = draft.total(Side.CREDIT);
    return debits.equals(credits)
        ? lines.refusal(draft.lines())
        : Optional.of(new ManualEntryOutcome.Unbalanced(debits, credits));
  }

  private ManualEntryOutcome keep(Caller caller, ManualDraft draft, UUID branchId) {
    UUID id = Ids.next();
    store.insert(id, caller, draft, branchId);
    ManualEntry kept = store.find(id).orElseThrow();
    trail.record(
        caller, "manual_entry.draft", kept.subject(), null, kept.inTheTrail(), draft.reason());
    return new ManualEntryOutcome.Kept(kept);
  }
}
