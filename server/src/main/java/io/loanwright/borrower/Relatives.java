package io.loanwright.borrower;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.borrower.store.RelativeStore;
import io.loanwright.identity.Users;
import io.loanwright.web.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose relatives borrowers are. People of the staff declare it of themselves, and whoever keeps
 * relatives declares it of others; nobody ends what is declared of himself. What follows from it is
 * the other modules' to ask for: {@link #isRelative}.
 */
@Component
public class Relatives {

  private final RelativeStore store;
  private final BorrowerStore borrowers;
  private final Users users;
  private final AuditTrail trail;

  Relatives(RelativeStore store, BorrowerStore borrowers, Users users, AuditTrail trail) {
    this.store = store;
    this.borrowers = borrowers;
    this.users = users;
    this.trail = trail;
  }

  /** Returns whether a borrower is declared as a user's relative, or as himself. */
  public boolean isRelative(UUID userId, UUID borrowerId) {
    return isAnyRelative(userId, List.of(borrowerId));
  }

  /** Returns whether any of some borrowers is declared as a user's relative, or as himself. */
  public boolean isAnyRelative(UUID userId, Collection<UUID> borrowerIds) {
    return store.isInForce(userId, borrowerIds);
  }

  /**
   * Returns what is and was declared of the caller, newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<Relative> own(Caller caller, @Nullable UUID before, int limit) {
    return store.ofUser(caller.userId(), before, limit);
  }

  /**
   * Returns what is and was declared of a borrower, newest first; nothing if there is no such
   * borrower whose relatives the caller may see.
   *
   * @param before the last one of the page before; null for the first page
   */
  public Optional<List<Relative>> of(
      Caller caller, UUID borrowerId, @Nullable UUID before, int limit) {
    return borrowers
        .find(borrowerId, seeing(caller))
        .map(borrower -> store.ofBorrower(borrower.id(), before, limit));
  }

  /**
   * Whoever sees all users sees it of each borrower that he sees; others as far as they keep it.
   */
  private static Reach seeing(Caller caller) {
    return caller.reach(
        caller.may(Permission.USER_VIEW) ? Permission.BORROWER_VIEW : Permission.RELATIVE_KEEP);
  }

  /** Returns of whom the caller may declare relatives, by name. */
  public Map<UUID, String> staff(Caller caller) {
    return users.activeStaff(caller, Permission.RELATIVE_KEEP);
  }

  /** Declares a relative of the caller. */
  @Transactional
  public RelativeOutcome declareOwn(
      Caller caller, UUID borrowerId, Relative.Relation relation, String reason) {
    return users.isActiveStaff(caller.userId())
        ? declare(
            caller,
            caller.userId(),
            borrowers.hold(borrowerId, caller.reach(Permission.BORROWER_VIEW)).orElse(null),
            relation,
            reason)
        : new RelativeOutcome.UserUnfit();
  }

  /** Declares a relative of somebody else of the staff, or of the caller. */
  @Transactional
  public RelativeOutcome declare(
      Caller caller, UUID userId, UUID borrowerId, Relative.Relation relation, String reason) {
    return staff(caller).containsKey(userId)
        ? declare(
            caller,
            userId,
            borrowers.hold(borrowerId, caller.reach(Permission.RELATIVE_KEEP)).orElse(null),
            relation,
            reason)
        : new RelativeOutcome.UserUnfit();
  }

  private RelativeOutcome declare(
      Caller caller,
      UUID userId,
      @Nullable Borrower borrower,
      Relative.Relation relation,
      String reason) {
    if (borrower == null) {
      return new RelativeOutcome.BorrowerUnknown();
    }
    if (borrowers.erasedAt(borrower.id()).isPresent()) {
      return new RelativeOutcome.BorrowerErased();
    }
    UUID id = Ids.next();
    if (!store.insert(id, userId, borrower.id(), relation, reason, caller)) {
      return new RelativeOutcome.AlreadyDeclared();
    }
    Relative kept = store.find(id).orElseThrow();
    trail.record(
        caller, "relative.declare", Borrowers.subject(borrower), null, shown(kept), reason);
    return new RelativeOutcome.Kept(kept);
  }

  /** Ends a declaration about somebody else; the borrower is locked first, as by an erasure. */
  @Transactional
  public RelativeOutcome end(Caller caller, UUID id, String reason) {
    @Nullable Borrower borrower =
        store
            .find(id)
            .flatMap(declared ->
                borrowers.hold(declared.borrowerId(), caller.reach(Permission.RELATIVE_KEEP)))
            .orElse(null);
    if (borrower == null) {
      return new RelativeOutcome.Unknown();
    }
    if (borrowers.erasedAt(borrower.id()).isPresent()) {
      return new RelativeOutcome.BorrowerErased();
    }
    Relative relative = store.lock(id).orElseThrow();
    if (!relative.isInForce()) {
      return new RelativeOutcome.AlreadyEnded();
    }
    if (relative.userId().equals(caller.userId())) {
      trail.recordRefused(caller, "relative.end", Borrowers.subject(borrower), "about-oneself");
      return new RelativeOutcome.AboutOneself();
    }
    store.end(id, reason, caller);
    Relative ended = store.find(id).orElseThrow();
    trail.record(
        caller, "relative.end", Borrowers.subject(borrower), shown(relative), shown(ended), reason);
    return new RelativeOutcome.Kept(ended);
  }

  private Object shown(Relative relative) {
    String name =
        users.names(List.of(relative.userId())).getOrDefault(relative.userId(), "unknown");
    return new Shown(relative.userId(), name, relative.relation(), relative.isInForce());
  }

  private record Shown(UUID userId, String userName, Relative.Relation relation, boolean inForce) {}
}
