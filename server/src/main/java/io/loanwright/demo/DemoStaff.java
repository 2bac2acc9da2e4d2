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
   * @param desks one a branch, the main one first
   * @param accountant who keeps the books of the main branch
   * @param signIns in the order in which they are shown
   */
  record Team(List<Desk> desks, Caller accountant, List<SignIn> signIns) {}

  /** Somebody who is to be employed. */
  private record Post(String role, String name, Branch branch) {

    String email() {
      String login = name.toLowerCase(Locale.ROOT).replace(' ', '.');
      return login + "@" + branch.code().toLowerCase(Locale.ROOT) + ".demo.test";
    }
  }

  Team hire(String password) {
    Branch main = branches.main();
    List<Branch> all = List.of(main, open("NORTH", "North Market"), open("LAKE", "Lakeside"));
    List<Post> posts = new ArrayList<>();
    for (Branch branch : all) {
      posts.add(new Post("LOAN_OFFICER", "Olga Officer", branch));
      posts.add(new Post("LOAN_OFFICER", "Omar Officer", branch));
      posts.add(new Post("MANAGER", "Mira Manager", branch));
      posts.add(new Post("TELLER", "Tom Teller", branch));
    }
    posts.add(new Post("ACCOUNTANT", "Amos Accountant", main));
    posts.add(new Post("FIELD_OFFICER", "Fay Field", main));
    posts.add(new Post("COLLECTOR", "Cleo Collector", main));
    posts.add(new Post("AUDITOR", "Aron Auditor", main));
    // Side by side: hashing a password is slow on purpose.
    List<Caller> people = posts.parallelStream().map(post -> employ(post, password)).toList();
    List<SignIn> signIns = posts.stream().map(this::signIn).toList();
    return new Team(
        all.stream().map(branch -> desk(branch, people)).toList(),
        at(main, "ACCOUNTANT", people).getFirst(),
        signIns);
  }

  private static Desk desk(Branch branch, List<Caller> people) {
    return new Desk(
        branch,
        at(branch, "LOAN_OFFICER", people),
        at(branch, "MANAGER", people).getFirst(),
        at(branch, "TELLER", people).getFirst());
  }

  private static List<Caller> at(Branch branch, String role, List<Caller> people) {
    return people.stream()
        .filter(person -> branch.id().equals(person.branchId()) && role.equals(person.role()))
        .toList();
  }

  private Branch open(String code, String name) {
    return switch (branches.create(DIRECTOR, code, name)) {
      case BranchOutcome.Kept(Branch branch) -> branch;
      case BranchOutcome refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private Caller employ(Post post, String password) {
    UUID branchId = post.branch().id();
    NewUser user =
        new NewUser(post.name(), post.email(), null, null, password, post.role(), branchId);
    if (!(users.create(DIRECTOR, user) instanceof UserOutcome.Kept(UserAccount made))) {
      throw new IllegalStateException(post.email() + " could not be made a user");
    }
    return new Caller(
        made.id(), post.name(), post.role(), role(post).grants(), branchId, null, Origin.LOCAL);
  }

  private SignIn signIn(Post post) {
    return new SignIn(post.email(), role(post).name() + ", " + post.branch().name());
  }

  private Role role(Post post) {
    return roles.find(post.role()).orElseThrow();
  }
}
