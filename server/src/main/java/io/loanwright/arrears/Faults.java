package io.loanwright.arrears;

import io.loanwright.organization.Jobs;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What the work of a day fails of. */
final class Faults {

  /** A lock that was not to be had, and two that waited for each other. */
  private static final Set<String> HELD = Set.of("55P03", "40P01");

  private Faults() {}

  /** Whether somebody else held what was needed. */
  static boolean isHeld(RuntimeException fault) {
    return NestedExceptionUtils.getMostSpecificCause(fault) instanceof SQLException refused
        && HELD.contains(refused.getSQLState());
  }

  /** Whether it is the loan, so that the next one may do; not the database, nor who holds it. */
  static boolean isOfOneLoan(RuntimeException fault) {
    return !isHeld(fault)
        && !(fault instanceof TransientDataAccessException)
        && !(fault instanceof RecoverableDataAccessException)
        && !(fault instanceof NonTransientDataAccessResourceException)
        && !(fault instanceof TransactionException)
        && !(fault instanceof Jobs.JobFailure);
  }
}
