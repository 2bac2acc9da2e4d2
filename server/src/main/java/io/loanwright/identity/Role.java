package io.loanwright.identity;

import io.loanwright.access.AmountLimit;
import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a kind of user may do.
 *
 * @param code what the API calls it, like {@code LOAN_OFFICER}
 * @param name what people call it
 * @param staff whether people of the organization have it; BORROWER is the one that they do not
 * @param builtIn whether it came with the program; such a one is not deleted
 * @param used whether anybody has or had it, or was invited into it; such a one is not deleted
 * @param secondFactor whether people who have it need a second factor
 * @param grants the permissions, and how far each reaches
 * @param limits up to which amounts it does some of that; what is not among them has no limit
 * @param version counts the changes
 */
public record Role(
    String code,
    String name,
    boolean staff,
    boolean builtIn,
    boolean used,
    boolean secondFactor,
    Map<Permission, Scope> grants,
    List<AmountLimit> limits,
    long version) {

  /** The code of the role that may do everything. */
  public static final String ADMIN = "ADMIN";

  /** The code of the role of people who borrow. */
  public static final String BORROWER = "BORROWER";

  private static final Set<String> FIXED = Set.of(ADMIN, BORROWER);

  public Role {
    grants = Map.copyOf(grants);
    limits = List.copyOf(limits);
  }

  /**
   * Returns whether its permissions stay as they are: the administrator's, or nobody could give
   * them back, and the borrowers', who see what is theirs and nothing else.
   */
  public boolean isFixed() {
    return FIXED.contains(code);
  }
}
