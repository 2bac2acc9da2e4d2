package io.loanwright.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made.
 *
 * @param password in plain, as it was typed; {@link Passwords#objection} has nothing against it
 * @param branchId null for the organization's main branch
 */
public record NewUser(
    String name,
    String email,
    @Nullable String username,
    @Nullable String phone,
    String password,
    String role,
    @Nullable UUID branchId) {

  /**
   * Leaves out everything but the e-mail address and the role, so that the record may be logged.
   */
  @Override
  public String toString() {
    return "NewUser " + email + " as " + role;
  }
}
