package io.loanwright.ledger.spi;

import java.util.List;

/** Whoever posts to accounts that the lender has chosen. */
public interface AccountUses {

  /**
   * Returns what posts to an account, as people call it, like {@code product Salary loan}; nothing
   * if nothing does.
   */
  List<String> uses(String code);
}
