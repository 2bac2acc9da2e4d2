package io.loanwright.identity;

import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which permissions a role of the staff can have, and how far each can reach. */
final class RoleRules {

  /** Whoever may do these can make himself whatever he likes, so they stay with administrators. */
  private static final Set<Permission> ADMINISTRATORS =
      EnumSet.of(Permission.USER_INVITE, Permission.ROLE_EDIT);

  private static final Set<Scope> STAFF = EnumSet.of(Scope.ORGANIZATION, Scope.BRANCH, Scope.OWN);

  /** What is of the whole organization has no branch and no officer. */
  private static final Map<Permission, Set<Scope>> NARROWER = new EnumMap<>(Permission.class);

  static {
    for (Permission whole :
        EnumSet.of(
            Permission.USER_VIEW,
            Permission.ROLE_VIEW,
            Permission.SETTINGS_EDIT,
            Permission.BRANCH_VIEW,
            Permission.PRODUCT_VIEW,
            Permission.PRODUCT_EDIT,
            Permission.LEDGER_VIEW,
            Permission.LEDGER_CLOSE,
            Permission.DAY_CLOSE,
            Permission.AUDIT_ARCHIVE,
            Permission.IMPORT_RUN)) {
      NARROWER.put(whole, EnumSet.of(Scope.ORGANIZATION));
    }
    NARROWER.put(Permission.AUDIT_VIEW, EnumSet.of(Scope.ORGANIZATION, Scope.BRANCH));
    NARROWER.put(Permission.AUDIT_BOOKS, EnumSet.of(Scope.ORGANIZATION, Scope.BRANCH));
    NARROWER.put(Permission.LEDGER_DRAFT, EnumSet.of(Scope.ORGANIZATION, Scope.BRANCH));
    NARROWER.put(Permission.LEDGER_APPROVE, EnumSet.of(Scope.ORGANIZATION, Scope.BRANCH));
    NARROWER.put(Permission.EXPENSE_APPROVE, EnumSet.of(Scope.ORGANIZATION, Scope.BRANCH));
    NARROWER.put(Permission.JOB_VIEW, EnumSet.of(Scope.ORGANIZATION, Scope.OWN));
  }

  private RoleRules() {}

  /** Returns the first permission that cannot be given so. */
  static Optional<RoleOutcome.Ungrantable> ungrantable(Map<Permission, Scope> grants) {
    return grants.entrySet().stream()
        .filter(grant -> !scopes(grant.getKey()).contains(grant.getValue()))
        .map(grant -> new RoleOutcome.Ungrantable(grant.getKey(), expected(grant.getKey())))
        .findFirst();
  }

  /** Returns every permission that a role can have, and how far it can reach. */
  static Map<Permission, Set<Scope>> grantable() {
    Map<Permission, Set<Scope>> grantable = new EnumMap<>(Permission.class);
    for (Permission permission : Permission.values()) {
      if (!scopes(permission).isEmpty()) {
        grantable.put(permission, scopes(permission));
      }
    }
    return grantable;
  }

  /** Returns what of some grants a role can have that is made after them. */
  static Map<Permission, Scope> grantable(Map<Permission, Scope> grants) {
    Map<Permission, Scope> kept = new EnumMap<>(Permission.class);
    grants.forEach((permission, scope) -> {
      if (scopes(permission).contains(scope)) {
        kept.put(permission, scope);
      }
    });
    return kept;
  }

  private static Set<Scope> scopes(Permission permission) {
    return ADMINISTRATORS.contains(permission)
        ? Set.of()
        : NARROWER.getOrDefault(permission, STAFF);
  }

  private static String expected(Permission permission) {
    Set<Scope> scopes = scopes(permission);
    return scopes.isEmpty()
        ? "must stay with the administrators"
        : scopes.stream().map(Scope::name).collect(Collectors.joining(" or ", "must be ", ""));
  }
}
