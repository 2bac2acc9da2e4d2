package io.loanwright.borrower;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.borrower.store.NewcomerStore;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers borrowers by the thousand, by the rules by which {@link Borrowers} registers one.
 *
 * <p>What can be refused is asked for before; registering is then all or nothing.
 */
@Component
public class BorrowerIntake {

  private final Borrowers borrowers;
  private final NewcomerStore store;
  private final AuditTrail trail;

  BorrowerIntake(Borrowers borrowers, NewcomerStore store, AuditTrail trail) {
    this.borrowers = borrowers;
    this.store = store;
    this.trail = trail;
  }

  /** With whom new borrowers come to be, or why not. */
  public sealed interface Placing {}

  /** A branch and an officer that a caller may put new borrowers with. */
  public record Place(UUID branchId, @Nullable UUID officerId) implements Placing {}

  /** The caller may not. */
  public record Misplaced(BorrowerOutcome why) implements Placing {}

  /**
   * Who is to be registered.
   *
   * @param id made by the caller, so that what is made for the borrower can be worked out before
   * @param particulars without an income
   */
  public record Newcomer(UUID id, Particulars particulars, Place place) {}

  /**
   * Says with whom new borrowers come to be.
   *
   * @param branchId the branch; null for the caller's
   */
  public Placing place(Caller caller, Particulars particulars, @Nullable UUID branchId) {
    return borrowers.place(caller, new NewBorrower(particulars, branchId, null));
  }

  /** Returns those of some e-mail addresses that a borrower has already, in whatever case. */
  public Set<String> takenEmails(Collection<String> emails) {
    return emails.isEmpty() ? Set.of() : store.takenEmails(emails);
  }

  /**
   * Registers borrowers, in the caller's transaction.
   *
   * @throws org.springframework.dao.DuplicateKeyException if an e-mail address is taken after all
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void register(Caller caller, List<Newcomer> newcomers) {
    if (!newcomers.isEmpty()) {
      trail.recordAll(
          caller,
          store.insertAll(newcomers).stream()
              .map(made ->
                  new AuditTrail.Deed(
                      "borrower.create",
                      Borrowers.subject(made),
                      null,
                      Borrowers.shown(made),
                      null))
              .toList());
    }
  }
}
