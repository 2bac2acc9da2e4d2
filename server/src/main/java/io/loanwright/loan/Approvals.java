package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.loan.rule.FirstDueRules;
import io.loanwright.loan.rule.ProductRules;
import io.loanwright.loan.store.ApprovalStore;
import io.loanwright.loan.store.LoanStore;
import io.loanwright.loan.store.ScheduleVersionStore;
import io.loanwright.organization.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the steps of an approval be decided, in their order. */
@Component
class Approvals {

  private final LoanStore loans;
  private final ApprovalStore approvals;
  private final ScheduleVersionStore schedules;
  private final LoanProducts products;
  private final Disbursements disbursements;
  private final LoanRights rights;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Approvals(
      Stores stores,
      LoanProducts products,
      Disbursements disbursements,
      LoanRights rights,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.loans = stores.loans();
    this.approvals = stores.approvals();
    this.schedules = stores.schedules();
    this.products = products;
    this.disbursements = disbursements;
    this.rights = rights;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /** A locked application, its steps, and the one that the caller may decide. */
  private record Waiting(Loan loan, List<ApprovalStep> steps, ApprovalStep step) {

    boolean isLast() {
      return step.step() == steps.size();
    }

    /** What was approved so far; what was asked for before the first step. */
    Money amountSoFar() {
      return ApprovalRules.approvedSoFar(steps).orElse(loan.application().requested());
    }
  }

  @Transactional(propagation = Propagation.NESTED)
  public Outcome<Loan> approve(Caller caller, UUID loanId, Commands.Approve command) {
    return waiting(caller, loanId)
        .then(waiting ->
            amount(waiting, command)
                .then(amount -> approve(caller, waiting, amount, command.note())));
  }

  private static Outcome<Money> amount(Waiting waiting, Commands.Approve command) {
    return command.principal() == null
        ? new Outcome.Done<>(waiting.amountSoFar())
        : Amount.positive("principal", command.principal(), waiting.loan().currency());
  }

  private Outcome<Loan> approve(
      Caller caller, Waiting waiting, Money amount, @Nullable String note) {
    Optional<Refusal> tooMuch = tooMuch(caller, waiting.loan(), waiting.steps(), amount);
    if (tooMuch.isPresent()) {
      return new Outcome.Refused<>(tooMuch.get());
    }
    return approved(caller, waiting, amount, note);
  }

  /** Why an amount cannot be approved at the step that waits. */
  private Optional<Refusal> tooMuch(
      Caller caller, Loan loan, List<ApprovalStep> steps, Money amount) {
    return rights.blocked(loan).or(() -> tooHigh(caller, loan, steps, amount));
  }

  private Optional<Refusal> tooHigh(
      Caller caller, Loan loan, List<ApprovalStep> steps, Money amount) {
    ApprovalStep step = ApprovalRules.waiting(steps).orElseThrow();
    return ApprovalRules.raisesNothing(loan, steps, amount)
        .or(() -> ApprovalRules.withinLimit(step, "principal", amount))
        .or(() -> LoanRights.withinLimit(caller, Permission.LOAN_APPROVE, amount))
        .or(() -> ProductRules.withinLimits(products.definition(loan), "principal", amount));
  }

  /**
   * Why a caller cannot decide the step that waits.
   *
   * @param steps those of the loan; none waits where somebody decides while the loan is read
   * @param seen what was read with the loan
   */
  static Optional<Refusal> mayReject(
      Caller caller, Loan loan, List<ApprovalStep> steps, Circumstances seen) {
    return ApprovalRules.waiting(steps)
        .map(step ->
            LoanRights.mayDecide(
                caller, loan, steps, step, () -> LoanRights.ownLoan(caller, loan, seen)))
        .orElseGet(() -> Optional.of(new Refusal.NotAwaitingApproval(loan.state())));
  }

  /** Why a caller can approve nothing at the step that waits, not even the least. */
  Optional<Refusal> mayApprove(
      Caller caller, Loan loan, List<ApprovalStep> steps, Circumstances seen) {
    Money least = products.definition(loan).minPrincipal();
    Money smallest = least == null ? new Money(1, loan.currency()) : least;
    return mayReject(caller, loan, steps, seen)
        .or(() -> BorrowerRules.mayBorrow(seen.isBlocked()))
        .or(() -> tooHigh(caller, loan, steps, smallest.min(loan.application().requested())));
  }

  private Outcome<Loan> approved(
      Caller caller, Waiting waiting, Money amount, @Nullable String note) {
    LocalDate businessDate = organization.businessDate();
    approvals.decide(
        waiting.loan().id(),
        waiting.step().step(),
        new ApprovalStep.Approve(Person.of(caller), clock.instant(), amount, note));
    LoanState state =
        waiting.isLast()
            ? new LoanState.Approved(businessDate, amount)
            : new LoanState.UnderReview();
    Loan decided = waiting.loan().in(state);
    loans.save(decided);
    if (state instanceof LoanState.Approved && !amount.equals(decided.application().requested())) {
      quote(decided, businessDate);
    }
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("status", state.status());
    after.put("step", waiting.step().step());
    after.put("principal", amount.toDecimalString());
    trail.record(
        caller,
        "loan.approve",
        Applications.subject(decided),
        Map.of("status", waiting.loan().state().status()),
        after,
        note);
    if (waiting.isLast() && products.definition(decided).autoDisburse()) {
      Loan kept = loans.find(decided.id(), Reach.everything()).orElseThrow();
      return Undo.ifRefused(disbursements.disburse(caller, kept, businessDate, businessDate));
    }
    return new Outcome.Done<>(decided);
  }

  /** Less was approved than was asked for, so the schedule that was shown is not it any more. */
  private void quote(Loan loan, LocalDate approvedOn) {
    LocalDate on = FirstDueRules.quotedFrom(loan.terms(), loan.application().on(), approvedOn);
    schedules.freeze(
        loan.id(),
        new FrozenSchedule(
            FrozenSchedule.Kind.QUOTE, on, Schedule.of(loan.terms(), on, loan.principal())));
  }

  @Transactional
  public Outcome<Loan> reject(Caller caller, UUID loanId, String reason) {
    return waiting(caller, loanId).map(waiting -> rejected(caller, waiting, reason));
  }

  private Loan rejected(Caller caller, Waiting waiting, String reason) {
    approvals.decide(
        waiting.loan().id(),
        waiting.step().step(),
        new ApprovalStep.Reject(Person.of(caller), clock.instant(), reason));
    Loan rejected = waiting.loan().in(new LoanState.Rejected(reason));
    loans.save(rejected);
    trail.record(
        caller,
        "loan.reject",
        Applications.subject(rejected),
        Map.of("status", waiting.loan().state().status()),
        Map.of("status", LoanStatus.REJECTED, "step", waiting.step().step()),
        reason);
    return rejected;
  }

  private Outcome<Waiting> waiting(Caller caller, UUID loanId) {
    Optional<Loan> found = loans.lock(loanId, caller.reach(Permission.LOAN_APPROVE));
    if (found.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    Loan loan = found.get();
    List<ApprovalStep> steps = new ArrayList<>(approvals.of(loanId, loan.currency()));
    Optional<Refusal> closed = ApprovalRules.awaitsApproval(loan);
    if (closed.isPresent()) {
      return new Outcome.Refused<>(closed.get());
    }
    ApprovalStep step = ApprovalRules.waiting(steps).orElseThrow();
    return rights
        .mayDecide(caller, loan, steps, step)
        .<Outcome<Waiting>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(new Waiting(loan, steps, step)));
  }
}
