package io.loanwright.borrower;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.ListReadings;
import io.loanwright.audit.Subject;
import io.loanwright.borrower.store.BorrowerList;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.borrower.store.BorrowerStore.Assignment;
import io.loanwright.identity.Users;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.web.Ids;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people and firms that borrow. */
@Component
public class Borrowers {

  private final BorrowerStore store;
  private final BorrowerList list;
  private final Branches branches;
  private final Users users;
  private final AuditTrail trail;
  private final ListReadings readings;
  private final ApplicationEventPublisher events;

  Borrowers(
      BorrowerStore store,
      BorrowerList list,
      Branches branches,
      Users users,
      AuditTrail trail,
      ListReadings readings,
      ApplicationEventPublisher events) {
    this.store = store;
    this.list = list;
    this.branches = branches;
    this.users = users;
    this.trail = trail;
    this.readings = readings;
    this.events = events;
  }

  /**
   * Returns a borrower, or nothing if there is none in reach.
   *
   * @param reach whose records the caller may see
   */
  public Optional<Borrower> find(UUID id, Reach reach) {
    return store.find(id, reach);
  }

  /**
   * Leaves a row in the trail that somebody saw what is personal of a borrower, beside the name; of
   * oneself there is nothing to note, nor where nothing is known.
   */
  public void seen(Caller caller, Borrower borrower) {
    if (tellsOfAnother(caller, borrower)) {
      trail.looked(caller, "borrower.view", subject(borrower));
    }
  }

  private static boolean tellsOfAnother(Caller caller, Borrower borrower) {
    Particulars known = borrower.particulars();
    return !borrower.id().equals(caller.borrowerId()) && !known.equals(known.masked());
  }

  /**
   * Returns a borrower, or nothing if there is none in reach; until the transaction ends nobody
   * changes or erases it.
   */
  public Optional<Borrower> hold(UUID id, Reach reach) {
    return store.hold(id, reach);
  }

  /**
   * Returns those of some borrowers who are in reach, by their ids; until the transaction ends
   * nobody changes or erases them.
   */
  public Map<UUID, Borrower> holdAll(Collection<UUID> ids, Reach reach) {
    return ids.isEmpty()
        ? Map.of()
        : store.holdAll(ids, reach).stream()
            .collect(Collectors.toMap(Borrower::id, Function.identity()));
  }

  /** Returns those of some borrowers who were erased. */
  public Set<UUID> erased(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : store.erased(ids);
  }

  /** Returns the borrower who a user is. */
  public Optional<Borrower> ofUser(UUID userId) {
    return store.ofUser(userId);
  }

  /** Returns the names of borrowers; an id that is none's is left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.names(ids);
  }

  /**
   * Returns a page of the borrowers whom the caller may see. He finds nobody by personal data that
   * he does not see, but for the last digits of a phone number. Of how many he sees more than the
   * name and those digits is in the trail a minute later, and who they are where they are few.
   *
   * @param window ordered by BEST_MATCH only with something to search for
   */
  @Transactional(readOnly = true)
  public Page<Borrower> list(
      Caller caller, BorrowerFilter filter, ListWindow<BorrowerSort> window) {
    if (window.order() == BorrowerSort.BEST_MATCH && filter.search() == null) {
      throw new IllegalArgumentException("Nothing is searched for that could match best");
    }
    Page<Borrower> page = list.page(sight(caller), filter, window);
    Reach unmasked = caller.reach(Permission.BORROWER_PII_UNMASKED);
    List<Subject> told =
        page.items().stream()
            .filter(each -> unmasked.covers(each.branchId(), each.officerId(), each.id()))
            .filter(each -> tellsOfAnother(caller, each))
            .map(each -> new Subject("borrower", each.id(), each.number()))
            .toList();
    readings.note(caller, "borrowers", told.size(), filter.search() != null);
    readings.noteEach(caller, told);
    return page;
  }

  /** Returns how much like what is searched for a borrower must be for {@link #list} to show it. */
  @Transactional(readOnly = true)
  public BorrowerSearch.Closeness closeness(Caller caller, BorrowerFilter filter) {
    return list.closeness(sight(caller), filter);
  }

  private static BorrowerList.Sight sight(Caller caller) {
    return new BorrowerList.Sight(
        caller.reach(Permission.BORROWER_VIEW), caller.reach(Permission.BORROWER_PII_UNMASKED));
  }

  /** Registers a borrower whom the caller has met: he is ACTIVE at once. */
  @Transactional
  public BorrowerOutcome create(Caller caller, NewBorrower wanted) {
    UUID branchId = branchOf(caller, wanted);
    UUID officerId = officerOf(caller, wanted);
    Optional<BorrowerOutcome> misplaced = misplaced(caller, branchId, officerId);
    if (misplaced.isPresent()) {
      return misplaced.get();
    }
    UUID id = Ids.next();
    Optional<BorrowerOutcome> taken = taken(id, wanted.particulars());
    if (taken.isPresent()) {
      return taken.get();
    }
    return store
        .insert(
            id,
            wanted.particulars(),
            new Assignment(branchId, officerId, null),
            Borrower.Status.ACTIVE)
        .<BorrowerOutcome>map(made -> {
          trail.record(caller, "borrower.create", subject(made), null, shown(made), null);
          return new BorrowerOutcome.Kept(made);
        })
        .or(() -> taken(id, wanted.particulars()))
        .orElseThrow(() -> new IllegalStateException("Neither added nor taken: " + id));
  }

  /**
   * Changes a borrower: particulars, branch, officer and status; the rest stays.
   *
   * @param wanted the borrower as it shall be, with the version that the change was made from
   */
  @Transactional
  public BorrowerOutcome change(Caller caller, Borrower wanted) {
    Reach reach = caller.reach(Permission.BORROWER_EDIT);
    @Nullable Borrower before = store.lock(wanted.id(), reach).orElse(null);
    if (before == null) {
      return new BorrowerOutcome.Unknown();
    }
    if (store.erasedAt(before.id()).isPresent()) {
      return new BorrowerOutcome.Erased();
    }
    if (before.version() != wanted.version()) {
      return new BorrowerOutcome.Stale(before.version());
    }
    if (!before.branchId().equals(wanted.branchId()) && !isOpen(wanted.branchId())) {
      return new BorrowerOutcome.BranchUnknown();
    }
    UUID officerId = wanted.officerId();
    if (officerId != null
        && !officerId.equals(before.officerId())
        && !users.isActiveStaff(officerId)) {
      return new BorrowerOutcome.OfficerUnknown();
    }
    if (!mayBecome(reach, before, wanted)) {
      return new BorrowerOutcome.BeyondReach();
    }
    Optional<BorrowerOutcome> taken = taken(wanted.id(), wanted.particulars());
    if (taken.isPresent()) {
      return taken.get();
    }
    Borrower after = store.update(wanted);
    trail.record(caller, "borrower.change", subject(after), shown(before), shown(after), null);
    if (!sameHands(before, after)) {
      events.publishEvent(new BorrowerReassigned(after.id(), after.branchId(), after.officerId()));
    }
    return new BorrowerOutcome.Kept(after);
  }

  /**
   * Returns whether whoever has a reach may turn a borrower into another. It must stay in reach;
   * and whose it is and how far it is trusted is not for somebody to say who sees his own only.
   */
  private static boolean mayBecome(Reach reach, Borrower before, Borrower wanted) {
    boolean sameStanding = before.status() == wanted.status() && sameHands(before, wanted);
    boolean ownOnly = reach.scope() == Scope.OWN || reach.scope() == Scope.SELF;
    return (sameStanding || !ownOnly)
        && reach.covers(wanted.branchId(), wanted.officerId(), wanted.id());
  }

  private static boolean sameHands(Borrower one, Borrower other) {
    return one.branchId().equals(other.branchId())
        && Objects.equals(one.officerId(), other.officerId());
  }

  /** Returns why a caller may not put a new borrower with a branch and an officer. */
  private Optional<BorrowerOutcome> misplaced(
      Caller caller, UUID branchId, @Nullable UUID officerId) {
    if (!isOpen(branchId)) {
      return Optional.of(new BorrowerOutcome.BranchUnknown());
    }
    if (officerId != null && !users.isActiveStaff(officerId)) {
      return Optional.of(new BorrowerOutcome.OfficerUnknown());
    }
    return caller.reach(Permission.BORROWER_CREATE).covers(branchId, officerId, null)
        ? Optional.empty()
        : Optional.of(new BorrowerOutcome.BeyondReach());
  }

  /** Says with whom new borrowers come to be that a caller registers, by what he says of it. */
  BorrowerIntake.Placing place(Caller caller, NewBorrower wanted) {
    UUID branchId = branchOf(caller, wanted);
    UUID officerId = officerOf(caller, wanted);
    return misplaced(caller, branchId, officerId)
        .<BorrowerIntake.Placing>map(BorrowerIntake.Misplaced::new)
        .orElseGet(() -> new BorrowerIntake.Place(branchId, officerId));
  }

  private Optional<BorrowerOutcome> taken(UUID id, Particulars particulars) {
    String email = particulars.email();
    if (email != null && store.isEmailTaken(email, id)) {
      return Optional.of(new BorrowerOutcome.EmailTaken(email));
    }
    return Optional.empty();
  }

  private UUID branchOf(Caller caller, NewBorrower wanted) {
    if (wanted.branchId() != null) {
      return wanted.branchId();
    }
    return caller.branchId() == null ? branches.main().id() : caller.branchId();
  }

  /** Whoever registers borrowers or takes payments for a portfolio of his own looks after them. */
  private static @Nullable UUID officerOf(Caller caller, NewBorrower wanted) {
    boolean hasPortfolio =
        caller.reach(Permission.BORROWER_CREATE).scope() == Scope.OWN
            || caller.reach(Permission.PAYMENT_RECORD).scope() == Scope.OWN;
    return wanted.officerId() == null && hasPortfolio ? caller.userId() : wanted.officerId();
  }

  private boolean isOpen(UUID branchId) {
    return branches.find(branchId).filter(Branch::active).isPresent();
  }

  static Subject subject(Borrower borrower) {
    return new Subject("borrower", borrower.id(), borrower.number() + " " + borrower.name());
  }

  /** The fields of a borrower as the trail keeps them. */
  static Object shown(Borrower borrower) {
    Particulars known = borrower.particulars();
    return new Shown(
        known.kind(),
        known.name(),
        known.phone(),
        known.email(),
        known.dateOfBirth(),
        known.address(),
        known.monthlyIncome() == null ? null : known.monthlyIncome().toString(),
        borrower.branchId(),
        borrower.officerId(),
        borrower.userId(),
        borrower.status());
  }

  private record Shown(
      Particulars.Kind kind,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable LocalDate dateOfBirth,
      @Nullable String address,
      @Nullable String monthlyIncome,
      UUID branchId,
      @Nullable UUID officerId,
      @Nullable UUID userId,
      Borrower.Status status) {}
}
