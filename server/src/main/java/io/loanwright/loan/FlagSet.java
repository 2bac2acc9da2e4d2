package io.loanwright.loan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flag of a loan from when it was set until it was lifted.
 *
 * @param set why, when and by whom
 * @param lifted the same of its end; null while it stands
 */
public record FlagSet(LoanFlag flag, Turn set, @Nullable Turn lifted) {

  /**
   * Why, when and by whom.
   *
   * @param on the business date
   */
  public record Turn(String reason, LocalDate on, Person by, Instant at) {}
}
