package io.loanwright.loan.rule;

import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Refusal;
import java.util.Optional;
import java.util.Set;

/** Which loans bear flags. */
public final class FlagRules {

  private FlagRules() {}

  /** Only what owes gets one, and none twice. */
  public static Optional<Refusal> maySet(Loan loan, Set<LoanFlag> standing, LoanFlag flag) {
    return owes(loan)
        .or(() ->
            standing.contains(flag) ? Optional.of(new Refusal.FlagStands(flag)) : Optional.empty());
  }

  /** What stands is lifted at any time, of a loan that is paid off, too. */
  public static Optional<Refusal> mayLift(Set<LoanFlag> standing, LoanFlag flag) {
    return standing.contains(flag) ? Optional.empty() : Optional.of(new Refusal.FlagNotSet(flag));
  }

  /** Whether there is anything to set, or to lift. */
  public static Optional<Refusal> mayTurn(Loan loan, Set<LoanFlag> standing) {
    return standing.isEmpty() ? owes(loan) : Optional.empty();
  }

  private static Optional<Refusal> owes(Loan loan) {
    return switch (loan.state()) {
      case LoanState.Active _, LoanState.WrittenOff _ -> Optional.empty();
      case LoanState.Submitted _,
          LoanState.UnderReview _,
          LoanState.Rejected _,
          LoanState.Withdrawn _,
          LoanState.Approved _,
          LoanState.Cancelled _,
          LoanState.Closed _ ->
          Optional.of(new Refusal.BearsNoFlag(loan.state()));
    };
  }
}
