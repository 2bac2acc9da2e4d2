package io.loanwright.loan.rule;

import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Refusal;
import java.util.Optional;

/** Which loans may be said not to be repaid. */
public final class DefaultRules {

  private DefaultRules() {}

  /** Only what runs can be in default; a mark may be taken away at any time. */
  public static Optional<Refusal> mayMark(Loan loan, boolean defaulted) {
    return switch (loan.state()) {
      case LoanState.Active _ -> Optional.empty();
      case LoanState.Submitted _,
          LoanState.UnderReview _,
          LoanState.Rejected _,
          LoanState.Withdrawn _,
          LoanState.Approved _,
          LoanState.Cancelled _,
          LoanState.Closed _,
          LoanState.WrittenOff _ ->
          defaulted ? Optional.of(new Refusal.OwesNothing(loan.state())) : Optional.empty();
    };
  }
}
