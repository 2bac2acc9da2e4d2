package io.loanwright.identity;

import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import java.util.Map;

/**
 * What a kind of user may do.
 *
 * @param code what the API calls it, like {@code LOAN_OFFICER}
 * @param name what people call it
 * @param staff whether people of the organization have it; BORROWER is the one that they do not
 * @param grants the permissions, and how far each reaches
 */
public record Role(String code, String name, boolean staff, Map<Permission, Scope> grants) {

  /** The code of the role that may do everything. */
  public static final String ADMIN = "ADMIN";

  /** The code of the role of people who borrow. */
  public static final String BORROWER = "BORROWER";
}
