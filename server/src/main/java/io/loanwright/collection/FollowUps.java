package io.loanwright.collection;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.audit.Subject;
import io.loanwright.collection.CollectionOutcome.Done;
import io.loanwright.collection.CollectionOutcome.Refused;
import io.loanwright.collection.store.FollowUpStore;
import io.loanwright.collection.store.FollowUpStore.ToAssign;
import io.loanwright.identity.Users;
import io.loanwright.loan.LoansReassigned;
import io.loanwright.organization.DayClosed;
import io.loanwright.organization.Organization;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose work a loan is, and what is next. */
@Component
public class FollowUps {

  private static final Caller PROGRAM = Caller.system("close of day");

  private final FollowUpStore store;
  private final Users users;
  private final Organization organization;
  private final AuditTrail trail;

  FollowUps(FollowUpStore store, Users users, Organization organization, AuditTrail trail) {
    this.store = store;
    this.users = users;
    this.organization = organization;
    this.trail = trail;
  }

  /** Returns to whom the caller can hand work: those of the staff who do it, by name. */
  public Map<UUID, String> assignees(Caller caller) {
    return users.activeStaff(caller, Permission.COLLECTION_ASSIGN, Permission.COLLECTION_QUEUE);
  }

  /**
   * Plans what is next for a loan.
   *
   * @param next what is planned; null for nothing
   */
  @Transactional
  public CollectionOutcome<UUID> plan(Caller caller, UUID loanId, @Nullable NextAction next) {
    List<ToAssign> found =
        store.loans(caller.reach(Permission.COLLECTION_PROMISE), List.of(loanId));
    if (found.isEmpty()) {
      return new Refused<>(new CollectionRefusal.LoanUnknown());
    }
    if (next != null && next.on().isBefore(organization.businessDate())) {
      return new Refused<>(new CollectionRefusal.ActionInPast(organization.businessDate()));
    }
    NextAction before = store.planned(loanId).orElse(null);
    if (Objects.equals(before, next)) {
      return new Done<>(loanId);
    }
    store.plan(loanId, next);
    trail.record(
        caller,
        "next_action.plan",
        new Subject("loan", loanId, found.getFirst().number()),
        before,
        next,
        null);
    return new Done<>(loanId);
  }

  /**
   * Hands the work on loans over, all or none of them.
   *
   * @param userId to whom; null back to their officers
   * @return how many loans there were
   */
  @Transactional
  public CollectionOutcome<Integer> assign(
      Caller caller, List<UUID> loanIds, @Nullable UUID userId) {
    Set<UUID> wanted = new LinkedHashSet<>(loanIds);
    List<ToAssign> loans = store.loans(caller.reach(Permission.COLLECTION_ASSIGN), wanted);
    if (loans.size() != wanted.size()) {
      return new Refused<>(new CollectionRefusal.LoanUnknown());
    }
    if (userId != null && !canDo(userId, loans)) {
      return new Refused<>(new CollectionRefusal.AssigneeUnfit());
    }
    store.assign(wanted, userId);
    trail.recordAll(caller, loans.stream().map(loan -> handedOver(loan, userId)).toList());
    return new Done<>(loans.size());
  }

  private boolean canDo(UUID userId, List<ToAssign> loans) {
    Optional<Reach> reach = users.reachOf(userId, Permission.COLLECTION_QUEUE);
    return reach
        .filter(covered ->
            loans.stream()
                .allMatch(
                    loan -> covered.covers(loan.branchId(), loan.officerId(), loan.borrowerId())))
        .isPresent();
  }

  private static Deed handedOver(ToAssign loan, @Nullable UUID userId) {
    return new Deed(
        "collection.assign",
        new Subject("loan", loan.id(), loan.number()),
        new Assigned(loan.assignedTo()),
        new Assigned(userId),
        null);
  }

  private record Assigned(@Nullable UUID assignedTo) {}

  /** Loans that go to another branch or officer are the work of the officer again. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LoansReassigned handed) {
    store.giveBack(handed.loanIds());
  }

  /**
   * Work of who no longer does it, or no longer reaches the loan, is the officer's again: he was
   * disabled, or has another role or branch since.
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(DayClosed closed) {
    List<Deed> deeds =
        store.assignees().stream()
            .flatMap(userId -> store.giveBackOutOf(reachOf(userId), userId).stream())
            .map(loan -> handedOver(loan, null))
            .toList();
    if (!deeds.isEmpty()) {
      trail.recordAll(PROGRAM, deeds);
    }
  }

  private Reach reachOf(UUID userId) {
    return users
        .reachOf(userId, Permission.COLLECTION_QUEUE)
        .orElseGet(() -> new Reach(null, null, userId, null));
  }
}
