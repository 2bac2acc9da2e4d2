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
import java.util.function.BiPredicate;
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
    @Nullable String phone = free(registered.phone(), id, store::isPhoneTaken);
    @Nullable String email = free(registered.email(), id, store::isEmailTaken);
    boolean complete = email != null && (phone != null || registered.phone() == null);
    Borrower made =
        insert(id, particulars.withContact(phone, email), registered.userId())
            .or(() -> insert(id, particulars, registered.userId()))
            .orElseThrow(() -> new IllegalStateException("Registered twice: " + registered));
    users.linkBorrower(registered.userId(), id);
    trail.record(
        Caller.system("registration"),
        "borrower.register",
        Borrowers.subject(made),
        null,
        Borrowers.shown(made),
        complete
            ? null
            : "Another borrower has the e-mail address or the phone number that was given.");
  }

  private Optional<Borrower> insert(UUID id, Particulars particulars, UUID userId) {
    return store.insert(
        id,
        particulars,
        new Assignment(branches.main().id(), null, userId),
        Borrower.Status.UNVERIFIED);
  }

  private static @Nullable String free(
      @Nullable String contact, UUID id, BiPredicate<String, UUID> taken) {
    return contact == null || taken.test(contact, id) ? null : contact;
  }
}
