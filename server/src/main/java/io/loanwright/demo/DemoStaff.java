package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.identity.NewUser;
import io.loanwright.identity.Role;
import io.loanwright.identity.Roles;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.Users;
import io.loanwright.loan.Outcome;
import io.loanwright.organization.Branch;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
   * @param officers who register borrowers, apply for them, and decide first steps
   * @param field who register borrowers and apply for them, out of the house
   * @param collectors who go after what is overdue, where somebody does nothing else
   * @param manager who approves
   * @param teller who pays out and takes payments
   */
  record Desk(
      Branch branch,
      List<Caller> officers,
      List<Caller> field,
      List<Caller> collectors,
      Caller manager,
      Caller teller) {

    /** Returns everybody who looks after borrowers. */
    List<Caller> clerks() {
      return Stream.concat(officers.stream(), field.stream()).toList();
    }
  }

  /** Somebody who may sign in. */
  record SignIn(String email, String what) {}

  /**
   * Everybody.
   *
   * @param desks one a branch, the main one first
   * @param accountant who keeps the books of the main branch
   * @param regular a borrower of the main branch who signs in
   * @param signIns in the order in which they are shown
   */
  record Team(List<Desk> desks, Caller accountant, UUID regular, List<SignIn> signIns) {}

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
    Post regular = new Post("BORROWER", "Bella Borrower", main);
    posts.add(regular);
    return new Team(
        all.stream().map(branch -> desk(branch, people)).toList(),
        at(main, "ACCOUNTANT", people).getFirst(),
        register(regular, password),
        posts.stream().map(this::signIn).toList());
  }

  /** Makes a borrower as people do it themselves. */
  private UUID register(Post post, String password) {
    NewUser user =
        new NewUser(
            post.name(), post.email(), null, null, password, post.role(), post.branch().id());
    UUID borrowerId =
        users.register(Origin.LOCAL, user) instanceof UserOutcome.Kept(UserAccount made)
            ? made.borrowerId()
            : null;
    return Objects.requireNonNull(borrowerId, post.email() + " could not be made a borrower");
  }

  private static Desk desk(Branch branch, List<Caller> people) {
    return new Desk(
        branch,
        at(branch, "LOAN_OFFICER", people),
        at(branch, "FIELD_OFFICER", people),
        at(branch, "COLLECTOR", people),
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
    Role role = role(post);
    return new Caller(
        made.id(),
        post.name(),
        post.role(),
        role.grants(),
        role.limits(),
        branchId,
        null,
        Origin.LOCAL);
  }

  private SignIn signIn(Post post) {
    return new SignIn(post.email(), role(post).name() + ", " + post.branch().name());
  }

  private Role role(Post post) {
    return roles.find(post.role()).orElseThrow();
  }

  /** Returns what came of a command, which no rule of the program forbids in the demo. */
  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused ->
          throw new IllegalStateException("The demo was refused: " + refused.why());
    };
  }
}
