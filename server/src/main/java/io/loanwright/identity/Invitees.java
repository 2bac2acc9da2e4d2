package io.loanwright.identity;

import io.loanwright.access.Caller;
import io.loanwright.identity.spi.BorrowerAccounts;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile.Registration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can be invited: to the staff, or as a borrower whom the staff know. */
@Component
class Invitees {

  private final Roles roles;
  private final Branches branches;
  private final Organization organization;
  private final BorrowerAccounts borrowers;

  Invitees(Roles roles, Branches branches, Organization organization, BorrowerAccounts borrowers) {
    this.roles = roles;
    this.branches = branches;
    this.organization = organization;
    this.borrowers = borrowers;
  }

  /**
   * Who is invited.
   *
   * @param borrowerId the borrower who he will be; null for the staff
   */
  record Invitee(String email, String role, UUID branchId, @Nullable UUID borrowerId) {}

  /**
   * Goes on with somebody for the staff.
   *
   * @param branchId null for the inviter's branch, or the main one if he has none
   */
  InvitationOutcome staff(
      Caller caller,
      String email,
      String role,
      @Nullable UUID branchId,
      Function<Invitee, InvitationOutcome> then) {
    if (roles.find(role).filter(Role::staff).isEmpty()) {
      return new InvitationOutcome.RoleUnfit(role);
    }
    return branch(caller, branchId)
        .map(branch -> then.apply(new Invitee(email, role, branch.id(), null)))
        .orElseGet(InvitationOutcome.BranchUnknown::new);
  }

  /** Goes on with a borrower whom the caller keeps, at the address that is known of him. */
  InvitationOutcome borrower(
      Caller caller, UUID borrowerId, Function<Invitee, InvitationOutcome> then) {
    if (organization.current().registration() == Registration.OFF) {
      return new InvitationOutcome.BorrowersHaveNoAccounts();
    }
    BorrowerAccounts.Invitee found = borrowers.hold(caller, borrowerId).orElse(null);
    if (found == null) {
      return new InvitationOutcome.Unknown();
    }
    if (found.hasAccount()) {
      return new InvitationOutcome.HasAccount();
    }
    String email = found.email();
    return email == null || !found.isOpen()
        ? new InvitationOutcome.BorrowerUnfit(found.isOpen())
        : then.apply(new Invitee(email, Role.BORROWER, found.branchId(), borrowerId));
  }

  /** Returns whether a borrower is one whom the caller may invite, who is not changed meanwhile. */
  boolean holds(Caller caller, UUID borrowerId) {
    return borrowers.hold(caller, borrowerId).isPresent();
  }

  /** Returns whether a borrower is one whom the caller may invite. */
  boolean sees(Caller caller, UUID borrowerId) {
    return borrowers.find(caller, borrowerId).isPresent();
  }

  /**
   * Returns the name of the borrower who was invited.
   *
   * @param email where he was invited
   * @return nothing if {@link #link} would not make an account his
   */
  Optional<String> name(UUID borrowerId, String email) {
    return organization.current().registration() == Registration.OFF
        ? Optional.empty()
        : borrowers.name(borrowerId, email);
  }

  /**
   * Makes a new account that of the borrower who was invited.
   *
   * @param email where he was invited
   * @return false if borrowers have no accounts by now, or he has one, was blocked or erased, or is
   *     known at another address
   */
  boolean link(UUID borrowerId, String email, UUID userId) {
    return organization.current().registration() != Registration.OFF
        && borrowers.link(borrowerId, email, userId);
  }

  private Optional<Branch> branch(Caller caller, @Nullable UUID wanted) {
    UUID id = wanted == null ? caller.branchId() : wanted;
    return id == null ? Optional.of(branches.main()) : branches.find(id).filter(Branch::active);
  }
}
