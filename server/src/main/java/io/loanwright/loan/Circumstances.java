package io.loanwright.loan;

import java.util.Set;

/**
 * What decides, beside a loan itself, what somebody may do with it; read with the loan.
 *
 * @param isBlocked whether the borrower gets no money any more
 * @param isOfRelative whether the borrower is declared as a relative of who asks, or as himself
 * @param waiting what somebody asked for and nobody has decided
 * @param flags what the staff say of it
 */
public record Circumstances(
    boolean isBlocked, boolean isOfRelative, Set<LoanRequest.Kind> waiting, Set<LoanFlag> flags) {

  public Circumstances {
    waiting = Set.copyOf(waiting);
    flags = Set.copyOf(flags);
  }
}
