package io.loanwright.borrower;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.borrower.store.BorrowerStore.Assignment;
import io.loanwright.identity.BorrowerRegistered;
import io.loanwright.identity.Users;
import io.loanwright.organization.Branches;
import io.loanwright.web.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes a borrower of whoever registered himself.
 *
 * <p>He is UNVERIFIED, whoever he says he is. An e-mail address or a phone number that a borrower
 * has already proves nothing, so he does not become that borrower: he is registered without it, the
 * trail says so, and the staff find out.
 */
@Component
class Registrations {

  private final BorrowerStore store;
  private final Branches branches;
  private final Users users;
  private final AuditTrail trail;

  Registrations(BorrowerStore store, Branches branches, Users users, AuditTrail trail) {
    this.store = store;
    this.branches = branches;
    this.users = users;
    this.trail = trail;
  }

  /** Runs in the transaction of the registration: the user and the borrower, or neither. */
  @EventListener
  void on(BorrowerRegistered registered) {
    UUID id = Ids.next();
    Particulars particulars = Particulars.ofPerson(registered.name());
    boolean taken = store.isEmailTaken(registered.email(), id);
    String phone = registered.phone();
    @Nullable String email = taken ? null : registered.email();
    Borrower made =
        insert(id, particulars.withContact(phone, email), registered.userId())
            .or(() -> insert(id, particulars.withContact(phone, null), registered.userId()))
            .orElseThrow(() -> new IllegalStateException("Registered twice: " + registered));
    users.linkBorrower(registered.userId(), id);
    trail.record(
        Caller.system("registration"),
        "borrower.register",
        Borrowers.subject(made),
        null,
        Borrowers.shown(made),
        taken ? "Another borrower has the e-mail address that was given." : null);
  }

  private Optional<Borrower> insert(UUID id, Particulars particulars, UUID userId) {
    return store.insert(
        id,
        particulars,
        new Assignment(branches.main().id(), null, userId),
        Borrower.Status.UNVERIFIED);
  }
}
