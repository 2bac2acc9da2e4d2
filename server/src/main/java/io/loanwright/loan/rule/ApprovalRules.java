package io.loanwright.loan.rule;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may decide a step of an approval, and over how much. */
public final class ApprovalRules {

  /** The role that may decide every step. */
  public static final String ADMINISTRATOR = "ADMIN";

  private static final String MANAGER = "MANAGER";

  /** The roles that decide a step which names none. */
  public static final Set<String> USUAL = Set.of(ADMINISTRATOR, MANAGER);

  private ApprovalRules() {}

  /** Returns the step that is to be decided next; empty if none waits. */
  public static Optional<ApprovalStep> waiting(List<ApprovalStep> steps) {
    return steps.stream().filter(step -> step.decision() == null).findFirst();
  }

  /** An application is decided once. */
  public static Optional<Refusal> awaitsApproval(Loan loan) {
    return switch (loan.state()) {
      case LoanState.Submitted _, LoanState.UnderReview _ -> Optional.empty();
      case LoanState.Rejected _,
          LoanState.Withdrawn _,
          LoanState.Approved _,
          LoanState.Cancelled _,
          LoanState.Active _,
          LoanState.Closed _,
          LoanState.WrittenOff _ ->
          Optional.of(new Refusal.NotAwaitingApproval(loan.state()));
    };
  }

  /** An application is taken back by whoever made it, or by an administrator. */
  public static Optional<Refusal> mayWithdraw(Caller caller, Loan loan) {
    boolean maker = caller.userId().equals(loan.application().by().id());
    return maker || caller.role().equals(ADMINISTRATOR)
        ? Optional.empty()
        : Optional.of(new Refusal.NotTheApplicant());
  }

  /** Only what is approved and not paid out is given up. */
  public static Optional<Refusal> mayCancel(Loan loan) {
    return loan.state() instanceof LoanState.Approved
        ? Optional.empty()
        : Optional.of(new Refusal.NotCancellable(loan.state()));
  }

  /** Whoever applied, or borrows, never decides; an administrator included. */
  public static Optional<Refusal> notTheMaker(Caller caller, Loan loan) {
    boolean maker = caller.userId().equals(loan.application().by().id());
    boolean borrower = loan.parties().borrowerId().equals(caller.borrowerId());
    return maker || borrower ? Optional.of(new Refusal.MakerIsChecker()) : Optional.empty();
  }

  /** One person decides one step only. */
  public static Optional<Refusal> anotherPerson(Caller caller, List<ApprovalStep> steps) {
    boolean decidedBefore =
        steps.stream()
            .map(ApprovalStep::decision)
            .anyMatch(decision -> decision != null && decision.by().id().equals(caller.userId()));
    return decidedBefore ? Optional.of(new Refusal.StepByAnotherPerson()) : Optional.empty();
  }

  /** A step that names a role is that role's, or an administrator's. */
  public static Optional<Refusal> holdsStep(Caller caller, ApprovalStep step) {
    String role = step.role();
    boolean holds =
        role == null
            ? USUAL.contains(caller.role())
            : caller.role().equals(role) || caller.role().equals(ADMINISTRATOR);
    return holds
        ? Optional.empty()
        : Optional.of(
            new Refusal.StepOfAnotherRole(List.of(role == null ? MANAGER : role, ADMINISTRATOR)));
  }

  /**
   * Nobody approves more than their step may.
   *
   * @param field the part of the request that the amount comes from
   */
  public static Optional<Refusal> withinLimit(ApprovalStep step, String field, Money amount) {
    Money limit = step.limit();
    return limit != null && amount.compareTo(limit) > 0
        ? Optional.of(new Refusal.AboveApprovalLimit(field, limit))
        : Optional.empty();
  }

  /** Returns what the last step that approved has approved; empty before the first one. */
  public static Optional<Money> approvedSoFar(List<ApprovalStep> steps) {
    return steps.stream()
        .map(ApprovalStep::decision)
        .flatMap(decision ->
            decision instanceof ApprovalStep.Approve approve
                ? Stream.of(approve.amount())
                : Stream.empty())
        .reduce((_, later) -> later);
  }

  /** A step may lower what was asked for, or what the step before left of it; never raise it. */
  public static Optional<Refusal> raisesNothing(Loan loan, List<ApprovalStep> steps, Money amount) {
    Money requested = loan.application().requested();
    if (amount.compareTo(requested) > 0) {
      return Optional.of(new Refusal.PrincipalAboveRequested(requested));
    }
    return approvedSoFar(steps)
        .filter(approved -> amount.compareTo(approved) > 0)
        .map(Refusal.PrincipalAboveApproved::new);
  }
}
