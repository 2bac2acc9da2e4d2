package io.loanwright.identity;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.identity.session.Sessions;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.web.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. */
@Component
public class Users {

  private final UserRows rows;
  private final Roles roles;
  private final Branches branches;
  private final Passwords passwords;
  private final Sessions sessions;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;

  Users(
      UserRows rows,
      Roles roles,
      Branches branches,
      Passwords passwords,
      Sessions sessions,
      AuditTrail trail,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.roles = roles;
    this.branches = branches;
    this.passwords = passwords;
    this.sessions = sessions;
    this.trail = trail;
    this.events = events;
  }

  /** Returns a user, active or not. */
  public Optional<UserAccount> find(UUID id) {
    return rows.find(id);
  }

  /**
   * Returns users by name.
   *
   * @param afterName the lower-case name of the last user of the page before; null for the first
   *     page
   * @param afterId his id
   */
  public List<UserAccount> list(
      UserFilter filter, @Nullable String afterName, @Nullable UUID afterId, int limit) {
    return rows.list(filter, afterName, afterId, limit);
  }

  /** Returns the names of users; an id that is no user's is left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : rows.names(ids);
  }

  /**
   * Returns the names of users for a list that somebody of the staff reads: beside a name that
   * several of the staff have is what each signs in with. Borrowers get the names alone. An id that
   * is no user's is left out.
   */
  public Map<UUID, String> toldApart(Caller caller, Collection<UUID> ids) {
    return caller.role().equals(Role.BORROWER) ? names(ids) : toldApart(ids);
  }

  /** Returns the same where nobody but the staff reads. */
  public Map<UUID, String> toldApart(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : rows.toldApart(ids);
  }

  /** Returns whether somebody has an e-mail address, in whatever case. */
  public boolean isEmailTaken(String email) {
    return rows.emailTaken(email);
  }

  /** Returns how many active users work for the lender. */
  public long countActiveStaff() {
    return rows.countActiveStaff();
  }

  /**
   * Returns whether an id is that of an active user of the staff: somebody who can look after
   * borrowers.
   */
  public boolean isActiveStaff(UUID id) {
    return rows.find(id)
        .filter(user -> user.status() == UserAccount.Status.ACTIVE)
        .filter(user -> !user.role().equals(Role.BORROWER))
        .isPresent();
  }

  /**
   * Returns the names of the active users of the staff within a reach, in their order: of the
   * organization, of a branch, or the caller alone.
   *
   * @param permission whose reach it is
   */
  public Map<UUID, String> activeStaff(Caller caller, Permission permission) {
    return rows.activeStaff(caller, caller.reach(permission).ofBranches(), null);
  }

  /**
   * Returns the same of those only whose role has another permission.
   *
   * @param needed the permission that they have
   */
  public Map<UUID, String> activeStaff(Caller caller, Permission permission, Permission needed) {
    return rows.activeStaff(caller, caller.reach(permission).ofBranches(), needed);
  }

  /**
   * Returns how far a permission reaches for an active user; nothing if there is none of the id.
   */
  public Optional<Reach> reachOf(UUID userId, Permission permission) {
    return rows.find(userId)
        .filter(user -> user.status() == UserAccount.Status.ACTIVE)
        .flatMap(user ->
            roles
                .find(user.role())
                .map(role ->
                    new Reach(
                        role.grants().get(permission),
                        user.branchId(),
                        user.id(),
                        user.borrowerId())));
  }

  /**
   * Makes a user.
   *
   * @param caller who makes him; whoever registers himself is {@link Users#self}
   */
  @Transactional
  public UserOutcome create(Caller caller, NewUser user) {
    if (roles.find(user.role()).isEmpty()) {
      return new UserOutcome.RoleUnfit(user.role());
    }
    Optional<Branch> branch = branch(user.branchId());
    if (branch.isEmpty()) {
      return new UserOutcome.BranchUnknown();
    }
    if (rows.emailTaken(user.email())) {
      return new UserOutcome.EmailTaken(user.email());
    }
    if (user.username() != null && rows.usernameTaken(user.username(), null)) {
      return new UserOutcome.UsernameTaken(user.username());
    }
    UUID id = Ids.next();
    rows.insert(id, user, branch.get().id(), passwords.encode(user.password()));
    UserAccount made = rows.find(id).orElseThrow();
    trail.record(caller, "user.create", subject(made), null, shown(made), null);
    return new UserOutcome.Kept(made);
  }

  /**
   * Makes a borrower's account for whoever asks; whether the organization wants that is asked
   * before.
   */
  @Transactional
  public UserOutcome register(Origin origin, NewUser user) {
    UserOutcome outcome = create(self(user.name(), origin), user);
    if (outcome instanceof UserOutcome.Kept kept) {
      UserAccount made = kept.user();
      events.publishEvent(
          new BorrowerRegistered(made.id(), made.name(), made.email(), made.phone()));
      return new UserOutcome.Kept(rows.find(made.id()).orElseThrow());
    }
    return outcome;
  }

  /**
   * Changes a user: name, username, phone, role, branch and status; the rest stays. Who is disabled
   * is out of all his sessions.
   *
   * @param wanted the user as he shall be, with the version that the change was made from
   */
  @Transactional
  public UserOutcome change(Caller caller, UserAccount wanted) {
    int administrators = rows.lockAdministrators();
    @Nullable UserAccount before = rows.lock(wanted.id()).orElse(null);
    if (before == null) {
      return new UserOutcome.Unknown();
    }
    if (before.isErased()) {
      return new UserOutcome.Erased();
    }
    if (before.version() != wanted.version()) {
      return new UserOutcome.Stale(before.version());
    }
    if (!fits(before, wanted)) {
      return new UserOutcome.RoleUnfit(wanted.role());
    }
    if (!Objects.equals(before.branchId(), wanted.branchId())
        && branch(wanted.branchId()).isEmpty()) {
      return new UserOutcome.BranchUnknown();
    }
    if (isAdministrator(before) && !isAdministrator(wanted) && administrators == 1) {
      return new UserOutcome.LastAdministrator();
    }
    if (wanted.username() != null && rows.usernameTaken(wanted.username(), wanted.id())) {
      return new UserOutcome.UsernameTaken(wanted.username());
    }
    rows.update(wanted);
    if (wanted.status() == UserAccount.Status.DISABLED) {
      sessions.endAllOfDisabled(wanted.id());
    }
    UserAccount after = rows.find(wanted.id()).orElseThrow();
    trail.record(caller, "user.change", subject(after), shown(before), shown(after), null);
    return new UserOutcome.Kept(after);
  }

  /**
   * Says which borrower a user is; for the borrower module.
   *
   * @throws IllegalStateException if the user is somebody else already
   */
  @Transactional
  public void linkBorrower(UUID userId, UUID borrowerId) {
    if (!rows.linkBorrower(userId, borrowerId)) {
      throw new IllegalStateException(
          "User " + userId + " is a borrower already or does not exist");
    }
  }

  /** Returns whether a password is the user's. */
  public boolean passwordMatches(UUID userId, String password) {
    return passwords.matches(password, rows.passwordHash(userId).orElse(null));
  }

  /**
   * Gives the caller another password, and ends his sessions but one.
   *
   * @param kept the session that goes on
   */
  @Transactional
  public void changeOwnPassword(Caller caller, UUID kept, String password) {
    UUID userId = caller.userId();
    rows.setPasswordHash(userId, passwords.encode(password));
    sessions.endOthers(userId, kept);
    UserAccount user = find(userId).orElseThrow();
    trail.record(caller, "user.change_password", subject(user), null, null, null);
    events.publishEvent(new PasswordChanged(user, caller.origin()));
  }

  /** Returns whom a login names, an e-mail address or a username in whatever case. */
  public Optional<UserAccount> findByLogin(String login) {
    return rows.findByLogin(login);
  }

  /** Gives a user who forgot his password another one, and ends all his sessions. */
  @Transactional
  public void resetPassword(UserAccount user, String password, Origin origin) {
    rows.setPasswordHash(user.id(), passwords.encode(password));
    sessions.endOthers(user.id(), null);
    trail.record(himself(user, origin), "user.reset_password", subject(user), null, null, null);
    events.publishEvent(new PasswordChanged(user, origin));
  }

  private static Caller himself(UserAccount user, Origin origin) {
    return new Caller(user.id(), user.name(), user.role(), Map.of(), List.of(), null, null, origin);
  }

  /** Returns somebody who has no account yet or has not shown that it is his, for the trail. */
  public static Caller self(String name, Origin origin) {
    return new Caller(Caller.SYSTEM_ID, name, "ANONYMOUS", Map.of(), List.of(), null, null, origin);
  }

  public static Subject subject(UserAccount user) {
    return new Subject("user", user.id(), user.name());
  }

  private boolean fits(UserAccount before, UserAccount wanted) {
    if (before.role().equals(wanted.role())) {
      return true;
    }
    boolean wasStaff = !before.role().equals(Role.BORROWER);
    return wasStaff && roles.find(wanted.role()).filter(Role::staff).isPresent();
  }

  private static boolean isAdministrator(UserAccount user) {
    return user.role().equals(Role.ADMIN) && user.status() == UserAccount.Status.ACTIVE;
  }

  private Optional<Branch> branch(@Nullable UUID id) {
    return id == null ? Optional.of(branches.main()) : branches.find(id).filter(Branch::active);
  }

  private static Shown shown(UserAccount user) {
    return new Shown(
        user.name(),
        user.email(),
        user.username(),
        user.phone(),
        user.role(),
        user.branchId(),
        user.status());
  }

  private record Shown(
      String name,
      String email,
      @Nullable String username,
      @Nullable String phone,
      String role,
      @Nullable UUID branchId,
      UserAccount.Status status) {}
}
