package io.loanwright.identity;

import io.loanwright.access.AmountLimit;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.identity.spi.ApprovalSteps;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roles of the organization: those that came with the program and those that it made. */
@Component
public class Roles {

  private final RoleRows rows;
  private final ApprovalSteps steps;
  private final AuditTrail trail;

  Roles(RoleRows rows, ApprovalSteps steps, AuditTrail trail) {
    this.rows = rows;
    this.steps = steps;
    this.trail = trail;
  }

  /** Returns all roles, in the order in which people list them. */
  public List<Role> all() {
    return rows.all();
  }

  /** Returns a role. */
  public Optional<Role> find(String code) {
    return rows.find(code);
  }

  /** Returns what a role of the staff can be given, and how far each can reach. */
  public Map<Permission, Set<Scope>> grantable() {
    return RoleRules.grantable();
  }

  /**
   * Reads the grants of a role as they are stored: the permission's text to the scope.
   *
   * <p>A permission that this version of the program does not know is left out: it grants nothing
   * here.
   */
  public Map<Permission, Scope> grants(String stored) {
    return rows.grants(stored);
  }

  /** Reads the limits of a role as they are stored. */
  public List<AmountLimit> limits(String stored) {
    return rows.limits(stored);
  }

  /**
   * Makes a role of the staff.
   *
   * @param copyOf the role whose permissions it gets where none are named; what only administrators
   *     have is left out. It needs a second factor, and has limits, if that one does
   * @param grants its permissions; null for those of {@code copyOf}
   */
  @Transactional
  public RoleOutcome create(
      Caller caller,
      String code,
      String name,
      @Nullable String copyOf,
      @Nullable Map<Permission, Scope> grants) {
    Map<Permission, Scope> wanted = grants;
    Optional<Role> model = copyOf == null ? Optional.empty() : rows.find(copyOf);
    if (wanted == null) {
      if (model.isEmpty()) {
        return new RoleOutcome.Unknown();
      }
      wanted = RoleRules.grantable(model.get().grants());
    }
    Optional<RoleOutcome.Ungrantable> refused = RoleRules.ungrantable(wanted);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean secondFactor = model.filter(Role::secondFactor).isPresent();
    List<AmountLimit> limits = model.map(Role::limits).orElseGet(List::of);
    if (!rows.insert(code, name, secondFactor, wanted, limits)) {
      return new RoleOutcome.CodeTaken(code);
    }
    Role made = rows.find(code).orElseThrow();
    trail.record(caller, "role.create", subject(made), null, shown(made), null);
    return new RoleOutcome.Kept(made);
  }

  /**
   * Changes a role's name, what it allows and what it asks for; all count for everybody who has it,
   * from the next request on.
   *
   * @param version the one that the change was made from
   * @param name another name; null leaves it
   * @param secondFactor whether those who have it need a second factor; null leaves it
   * @param grants all its permissions; null leaves them
   * @param limits all its limits; null leaves them
   */
  @Transactional
  public RoleOutcome change(
      Caller caller,
      String code,
      long version,
      @Nullable String name,
      @Nullable Boolean secondFactor,
      @Nullable Map<Permission, Scope> grants,
      @Nullable List<AmountLimit> limits) {
    @Nullable Role before = rows.lock(code).orElse(null);
    if (before == null) {
      return new RoleOutcome.Unknown();
    }
    if (before.version() != version) {
      return new RoleOutcome.Stale();
    }
    if (limits != null && !limits.equals(before.limits()) && before.isFixed()) {
      return new RoleOutcome.Fixed(code);
    }
    if (grants != null && !grants.equals(before.grants())) {
      if (before.isFixed()) {
        return new RoleOutcome.Fixed(code);
      }
      Optional<RoleOutcome.Ungrantable> refused = RoleRules.ungrantable(grants);
      if (refused.isPresent()) {
        return refused.get();
      }
      Optional<RoleOutcome> needed = needed(before, grants);
      if (needed.isPresent()) {
        return needed.get();
      }
    }
    rows.update(
        code,
        Objects.requireNonNullElse(name, before.name()),
        Objects.requireNonNullElse(secondFactor, before.secondFactor()),
        Objects.requireNonNullElse(grants, before.grants()),
        Objects.requireNonNullElse(limits, before.limits()));
    Role after = rows.find(code).orElseThrow();
    trail.record(caller, "role.change", subject(after), shown(before), shown(after), null);
    return new RoleOutcome.Kept(after);
  }

  /** Deletes a role that the organization made and that nobody has. */
  @Transactional
  public RoleOutcome delete(Caller caller, String code) {
    @Nullable Role role = rows.lock(code).orElse(null);
    if (role == null) {
      return new RoleOutcome.Unknown();
    }
    if (role.builtIn()) {
      return new RoleOutcome.BuiltIn(code);
    }
    if (role.used()) {
      return new RoleOutcome.InUse(code);
    }
    Optional<RoleOutcome> needed = needed(role, Map.of());
    if (needed.isPresent()) {
      return needed.get();
    }
    rows.delete(code);
    trail.record(caller, "role.delete", subject(role), shown(role), null, null);
    return new RoleOutcome.Deleted();
  }

  /** Without the permission nobody of a role could decide the steps that products give it. */
  private Optional<RoleOutcome> needed(Role before, Map<Permission, Scope> after) {
    boolean loses =
        before.grants().containsKey(Permission.LOAN_APPROVE)
            && !after.containsKey(Permission.LOAN_APPROVE);
    List<String> products = loses ? steps.productsDecidedBy(before.code()) : List.of();
    return products.isEmpty()
        ? Optional.empty()
        : Optional.of(new RoleOutcome.Approves(before.code(), products));
  }

  private static Subject subject(Role role) {
    return new Subject("role", AuditTrail.noId(), role.code());
  }

  private static Shown shown(Role role) {
    Map<String, Scope> permissions = new TreeMap<>();
    role.grants().forEach((permission, scope) -> permissions.put(permission.text(), scope));
    List<String> limits =
        role.limits().stream()
            .map(limit -> limit.permission().text() + " " + limit.most())
            .sorted()
            .toList();
    return new Shown(role.name(), role.secondFactor(), permissions, limits);
  }

  private record Shown(
      String name, boolean secondFactor, Map<String, Scope> permissions, List<String> limits) {}
}
