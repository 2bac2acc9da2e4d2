package io.loanwright.identity.spi;

import java.util.List;

/** Whoever knows what the roles decide about. */
public interface ApprovalSteps {

  /**
   * Returns the names of the offered products of which a role decides a step, in their order.
   *
   * @param role the code of the role
   */
  List<String> productsDecidedBy(String role);
}
