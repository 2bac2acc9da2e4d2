package io.loanwright.identity;

import io.loanwright.access.Caller;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets an empty installation up: the organization, its first branch and its first administrator,
 * all or nothing.
 */
@Component
public class FirstUser {

  private static final String BRANCH_CODE = "MAIN";

  private final Organization organization;
  private final Branches branches;
  private final Users users;

  FirstUser(Organization organization, Branches branches, Users users) {
    this.organization = organization;
    this.branches = branches;
    this.users = users;
  }

  /** Returns whether nobody has set the installation up yet. */
  public boolean isNeeded() {
    return !organization.current().setUp();
  }

  /**
   * Sets the installation up.
   *
   * @param branchName what the first branch is called
   * @return false if somebody did before; nothing changes then
   */
  @Transactional
  public boolean make(OrganizationSettings settings, String branchName, NewUser administrator) {
    Caller setup = Caller.system("setup");
    if (!organization.setUp(setup, settings)) {
      return false;
    }
    branches.create(setup, BRANCH_CODE, branchName);
    return switch (users.create(setup, administrator)) {
      case UserOutcome.Kept _ -> true;
      case UserOutcome.EmailTaken _,
          UserOutcome.UsernameTaken _,
          UserOutcome.RoleUnfit _,
          UserOutcome.BranchUnknown _,
          UserOutcome.Unknown _,
          UserOutcome.Erased _,
          UserOutcome.Stale _,
          UserOutcome.LastAdministrator _ ->
          throw new IllegalStateException(
              "The first administrator of an empty installation was refused");
    };
  }
}
