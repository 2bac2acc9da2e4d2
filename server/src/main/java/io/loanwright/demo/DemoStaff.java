package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.identity.NewUser;
import io.loanwright.identity.Role;
import io.loanwright.identity.Roles;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.Users;
import io.loanwright.organization.Branch;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The branches of the demo and the people who work there. */
@Component
class DemoStaff {

  /** Whoever makes the demo. */
  static final Caller DIRECTOR = Caller.system("demo");

  private final Branches branches;
  private final Users users;
  private final Roles roles;

  DemoStaff(Branches branches, Users users, Roles roles) {
    this.branches = branches;
    this.users = users;
    this.roles = roles;
  }

  /**
   * The people of a branch.
   *
   * @param officers who register borrowers and apply for them
   * @param manager who approves
   * @param teller who pays out and takes payments
   */
  record Desk(Branch branch, List<Caller> officers, Caller manager, Caller teller) {}

  /** Somebody who may sign in. */
  record SignIn(String email, String what) {}

  /**
   * Everybody.
   *
   * @param desks one a branch
   * @param signIns in the order in which they are shown
   */
  record Team(List<Desk> desks, List<SignIn> signIns) {}

  Team hire(String password) {
    Branch main = branches.main();
    List<Branch> all = List.of(main, open("NORTH", "North Market"), open("LAKE", "Lakeside"));
    List<SignIn> signIns = new ArrayList<>();
    List<Desk> desks = new ArrayList<>();
    for (Branch branch : all) {
      desks.add(
          new Desk(
              branch,
              List.of(
                  employ("LOAN_OFFICER", "Olga Officer", branch, password, signIns),
                  employ("LOAN_OFFICER", "Omar Officer", branch, password, signIns)),
              employ("MANAGER", "Mira Manager", branch, password, signIns),
              employ("TELLER", "Tom Teller", branch, password, signIns)));
    }
    employ("ACCOUNTANT", "Amos Accountant", main, password, signIns);
    employ("FIELD_OFFICER", "Fay Field", main, password, signIns);
    employ("COLLECTOR", "Cleo Collector", main, password, signIns);
    employ("AUDITOR", "Aron Auditor", main, password, signIns);
    return new Team(desks, signIns);
  }

  private Branch open(String code, String name) {
    return switch (branches.create(DIRECTOR, code, name)) {
      case BranchOutcome.Kept(Branch branch) -> branch;
      case BranchOutcome refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private Caller employ(
      String roleCode, String name, Branch branch, String password, List<SignIn> signIns) {
    Role role = roles.find(roleCode).orElseThrow();
    String login = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    String email = login + "@" + branch.code().toLowerCase(Locale.ROOT) + ".demo.test";
    NewUser user = new NewUser(name, email, null, null, password, roleCode, branch.id());
    if (!(users.create(DIRECTOR, user) instanceof UserOutcome.Kept(UserAccount made))) {
      throw new IllegalStateException(email + " could not be made a user");
    }
    signIns.add(new SignIn(email, role.name() + ", " + branch.name()));
    UUID id = made.id();
    return new Caller(id, name, roleCode, role.grants(), branch.id(), null, Origin.LOCAL);
  }
}
