package io.loanwright.access;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: a signed-in user, or the program itself.
 *
 * <p>A controller method gets one by declaring a parameter of this type. Each request reads it
 * afresh, so a role that was changed or a user who was disabled counts at once.
 *
 * @param userId the user; {@link #SYSTEM_ID} for the program itself
 * @param name the name to show beside what the caller did
 * @param role the code of the caller's role, like {@code LOAN_OFFICER}
 * @param grants what the caller may do, and how far each permission reaches
 * @param limits up to which amounts the caller does some of that; what is not named has no limit
 * @param branchId the caller's branch, where there is one
 * @param borrowerId the borrower whom the caller is; null for staff
 * @param origin where the call comes from
 */
public record Caller(
    UUID userId,
    String name,
    String role,
    Map<Permission, Scope> grants,
    List<AmountLimit> limits,
    @Nullable UUID branchId,
    @Nullable UUID borrowerId,
    Origin origin) {

  /** The user id of the program itself; no user has it. */
  public static final UUID SYSTEM_ID = new UUID(0, 0);

  /** The role of the program itself; no user has it. */
  public static final String SYSTEM_ROLE = "SYSTEM";

  public Caller {
    grants =
        Collections.unmodifiableMap(
            grants.isEmpty() ? new EnumMap<>(Permission.class) : new EnumMap<>(grants));
    limits = List.copyOf(limits);
  }

  /**
   * Returns the program itself, which may do everything.
   *
   * @param work what it is doing, as the trail shows it: {@code setup}, {@code close}
   */
  public static Caller system(String work) {
    Map<Permission, Scope> all = new EnumMap<>(Permission.class);
    for (Permission permission : Permission.values()) {
      all.put(permission, Scope.ORGANIZATION);
    }
    return new Caller(SYSTEM_ID, work, SYSTEM_ROLE, all, List.of(), null, null, Origin.LOCAL);
  }

  /** Returns whether the caller holds a permission, however far it reaches. */
  public boolean may(Permission permission) {
    return grants.containsKey(permission);
  }

  /**
   * Returns how far a permission reaches for the caller; it covers nothing if the caller does not
   * hold it.
   *
   * <p>Use it for every read and every write of a record that has a branch, an officer or a
   * borrower.
   */
  public Reach reach(Permission permission) {
    Scope scope = grants.get(permission);
    return new Reach(scope, branchId, userId, borrowerId);
  }
}
