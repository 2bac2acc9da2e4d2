package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.DefaultRules;
import io.loanwright.organization.Organization;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up what came to nothing: loans that nobody fetches, and hope for those that run. */
@Component
class Endings {

  private final Stores stores;
  private final LoanRights rights;
  private final AuditTrail trail;
  private final Organization organization;
  private final Clock clock;

  Endings(
      Stores stores, LoanRights rights, AuditTrail trail, Organization organization, Clock clock) {
    this.stores = stores;
    this.rights = rights;
    this.trail = trail;
    this.organization = organization;
    this.clock = clock;
  }

  @Transactional
  public Outcome<Loan> cancel(Caller caller, UUID loanId, String reason) {
    return locked(caller, Permission.LOAN_CANCEL, loanId)
        .then(loan ->
            loan.state() instanceof LoanState.Approved approved
                ? new Outcome.Done<>(cancelled(caller, loan, approved, reason))
                : new Outcome.Refused<>(ApprovalRules.mayCancel(loan).orElseThrow()));
  }

  private Loan cancelled(Caller caller, Loan loan, LoanState.Approved approved, String reason) {
    Loan cancelled = loan.in(new LoanState.Cancelled(approved, reason));
    stores.loans().save(cancelled);
    trail.record(
        caller,
        "loan.cancel",
        Applications.subject(loan),
        Map.of("status", loan.state().status()),
        Map.of("status", LoanStatus.CANCELLED),
        reason);
    return cancelled;
  }

  @Transactional
  public Outcome<Loan> mark(Caller caller, UUID loanId, Commands.Default command) {
    return locked(caller, Permission.LOAN_DEFAULT, loanId)
        .then(loan ->
            rights
                .ownLoan(caller, loan)
                .or(() -> DefaultRules.mayMark(loan, command.defaulted()))
                .<Outcome<Loan>>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Done<>(marked(caller, loan, command))));
  }

  private Loan marked(Caller caller, Loan loan, Commands.Default command) {
    stores.loans().markDefaulted(loan.id(), command.defaulted());
    stores
        .defaults()
        .append(loan.id(), command.defaulted(), organization.businessDate(), clock.instant());
    trail.record(
        caller,
        "loan.default",
        Applications.subject(loan),
        Map.of("defaulted", loan.standing().defaulted()),
        Map.of("defaulted", command.defaulted()),
        command.reason());
    return loan.marked(command.defaulted());
  }

  private Outcome<Loan> locked(Caller caller, Permission permission, UUID loanId) {
    Optional<Loan> loan = stores.loans().lock(loanId, caller.reach(permission));
    return loan.<Outcome<Loan>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Refused<>(new Refusal.LoanUnknown()));
  }
}
