package io.loanwright.borrower;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.identity.spi.BorrowerAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets borrowers whom the staff know come to an account of their own. */
@Component
class InvitedBorrowers implements BorrowerAccounts {

  private final BorrowerStore store;
  private final AuditTrail trail;

  InvitedBorrowers(BorrowerStore store, AuditTrail trail) {
    this.store = store;
    this.trail = trail;
  }

  @Override
  public Optional<Invitee> hold(Caller caller, UUID borrowerId) {
    return invitee(caller, store.lock(borrowerId, caller.reach(Permission.BORROWER_EDIT)));
  }

  @Override
  public Optional<Invitee> find(Caller caller, UUID borrowerId) {
    return invitee(caller, store.find(borrowerId, caller.reach(Permission.BORROWER_EDIT)));
  }

  /** Whoever does not see the address does not learn it from where the invitation goes. */
  private static Optional<Invitee> invitee(Caller caller, Optional<Borrower> found) {
    return found
        .filter(borrower ->
            caller
                .reach(Permission.BORROWER_PII_UNMASKED)
                .covers(borrower.branchId(), borrower.officerId(), borrower.id()))
        .map(borrower ->
            new Invitee(
                borrower.id(),
                borrower.particulars().email(),
                borrower.branchId(),
                borrower.userId() != null,
                isOpen(borrower)));
  }

  private static boolean isOpen(Borrower borrower) {
    return borrower.status() != Borrower.Status.BLOCKED;
  }

  /** Who was erased is blocked, and has no address. */
  @Override
  public Optional<String> name(UUID borrowerId, String email) {
    return store
        .find(borrowerId, Reach.everything())
        .filter(borrower -> borrower.userId() == null && isOpen(borrower))
        .map(Borrower::particulars)
        .filter(his -> email.equalsIgnoreCase(his.email()))
        .map(Particulars::name);
  }

  @Override
  public boolean link(UUID borrowerId, String email, UUID userId) {
    Optional<Borrower> linked = store.link(borrowerId, email, userId);
    linked.ifPresent(borrower ->
        trail.record(
            Caller.system("invitation"),
            "borrower.link_account",
            Borrowers.subject(borrower),
            null,
            Map.of("userId", userId),
            null));
    return linked.isPresent();
  }

  @Override
  public List<UUID> byPhone(String number) {
    return store.accountsByPhone(PhoneNumber.digits(number), PhoneNumber.otherForms(number));
  }
}
