package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.borrower.Borrower;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.loan.rule.FirstDueRules;
import io.loanwright.loan.rule.ValueDateRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pays approved loans out. */
@Component
class Disbursements {

  private final Stores stores;
  private final Recording recording;
  private final LoanRights rights;
  private final FundMoves funds;
  private final RunningLoans running;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;

  Disbursements(
      Stores stores,
      Recording recording,
      LoanRights rights,
      FundMoves funds,
      RunningLoans running,
      AuditTrail trail,
      ApplicationEventPublisher events) {
    this.stores = stores;
    this.recording = recording;
    this.rights = rights;
    this.funds = funds;
    this.running = running;
    this.trail = trail;
    this.events = events;
  }

  /** Pays out; the caller rolls back what is refused. Nobody pays himself out, or a relative. */
  @Transactional
  public Outcome<Loan> disburse(Caller caller, UUID loanId, Commands.Disburse command) {
    return disburse(
            caller,
            loanId,
            command,
            (borrower, businessDate) ->
                rights
                    .mayPayOut(caller, borrower)
                    .or(() -> ValueDateRules.ofDisbursement(caller, command.on(), businessDate))
                    .or(() -> BorrowerRules.mayHaveBorrowed(borrower, command.on())))
        .map(this::told);
  }

  private Loan told(Loan loan) {
    events.publishEvent(new LoanPaidOut(loan.id()));
    return loan;
  }

  @Transactional
  public Outcome<Loan> disburseTakenOver(Caller caller, UUID loanId, Commands.Disburse command) {
    return disburse(
        caller,
        loanId,
        command,
        (borrower, businessDate) ->
            BorrowerRules.mayBorrow(borrower)
                .or(() -> ValueDateRules.ofTakenOver(caller, command.on(), businessDate)));
  }

  /** Why a borrower is not paid out on a business date. */
  private interface PayoutRule {
    Optional<Refusal> refusal(Borrower borrower, LocalDate businessDate);
  }

  private Outcome<Loan> disburse(
      Caller caller, UUID loanId, Commands.Disburse command, PayoutRule rule) {
    Optional<Loan> loan = stores.loans().lock(loanId, caller.reach(Permission.LOAN_DISBURSE));
    if (loan.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    LocalDate businessDate = running.today();
    return rights
        .of(loan.get())
        .flatMap(borrower -> rule.refusal(borrower, businessDate))
        .<Outcome<Loan>>map(Outcome.Refused::new)
        .orElseGet(() ->
            funds
                .named(caller, loan.get(), command.walletId())
                .then(from ->
                    disburse(caller, loan.get(), command.on(), businessDate, from.orElse(null))));
  }

  /** Says which schedule an approved loan would have, paid out on a day; nothing is kept. */
  Outcome<Schedule> planned(Caller caller, UUID loanId, LocalDate on) {
    Optional<Loan> loan = stores.loans().find(loanId, caller.reach(Permission.LOAN_VIEW));
    return loan.isEmpty()
        ? new Outcome.Refused<>(new Refusal.LoanUnknown())
        : approved(loan.get()).then(approved -> planned(loan.get(), approved, on));
  }

  private static Outcome<Schedule> planned(Loan loan, LoanState.Approved approved, LocalDate on) {
    try {
      return new Outcome.Done<>(Schedule.of(loan.terms(), on, approved.amount()));
    } catch (Refused e) {
      return new Outcome.Refused<>(EngineRefusals.ofTerms(e.refusal()));
    }
  }

  /** Pays a locked loan out, on a date that has been checked, in the caller's transaction. */
  Outcome<Loan> disburse(Caller caller, Loan loan, LocalDate on, LocalDate businessDate) {
    return disburse(caller, loan, on, businessDate, null).map(this::told);
  }

  private Outcome<Loan> disburse(
      Caller caller, Loan loan, LocalDate on, LocalDate businessDate, @Nullable PaidFrom from) {
    return approved(loan)
        .then(approved ->
            FirstDueRules.notYetDue(loan.terms(), on)
                .<Outcome<LoanState.Approved>>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Done<>(approved)))
        .then(approved -> {
          LoanState.Active active = new LoanState.Active(approved, on, approved.amount());
          RecordedEvent event =
              event(caller, on, new Happening.Disbursement(approved.amount(), from));
          return recording
              .record(caller, new Recording.HeldLoan(loan, active, List.of()), event, businessDate)
              .map(recorded -> keep(caller, recorded.loan(), on, from));
        });
  }

  static Outcome<LoanState.Approved> approved(Loan loan) {
    return switch (loan.state()) {
      case LoanState.Approved approved -> new Outcome.Done<>(approved);
      case LoanState.Active active ->
          new Outcome.Refused<>(new Refusal.AlreadyDisbursed(active.on()));
      case LoanState.Closed closed ->
          new Outcome.Refused<>(new Refusal.AlreadyDisbursed(closed.active().on()));
      case LoanState.WrittenOff off ->
          new Outcome.Refused<>(new Refusal.AlreadyDisbursed(off.active().on()));
      case LoanState.Submitted _,
          LoanState.UnderReview _,
          LoanState.Rejected _,
          LoanState.Withdrawn _,
          LoanState.Cancelled _ ->
          new Outcome.Refused<>(new Refusal.NotApproved(loan.state()));
    };
  }

  RecordedEvent event(Caller caller, LocalDate on, Happening.Disbursement what) {
    return running.first(caller, on, what);
  }

  /**
   * Returns the lender's wallets that the caller can pay a loan, or ask for a top-up, out of, by
   * name.
   */
  List<OfferedWallet> wallets(Caller caller, UUID loanId) {
    Optional<Loan> paid = stores.loans().find(loanId, caller.reach(Permission.LOAN_DISBURSE));
    return paid.or(() -> stores.loans().find(loanId, caller.reach(Permission.LOAN_ASK_TOP_UP)))
        .map(loan -> funds.offered(caller, loan, paid.isPresent()))
        .orElseGet(List::of);
  }

  private Loan keep(Caller caller, Loan loan, LocalDate on, @Nullable PaidFrom from) {
    Money principal = loan.principal();
    stores
        .schedules()
        .freeze(
            loan.id(),
            new FrozenSchedule(
                FrozenSchedule.Kind.CONTRACT, on, Schedule.of(loan.terms(), on, principal)));
    Map<String, Object> paidOut = shown(loan, on);
    trail.record(
        caller,
        "loan.disburse",
        Applications.subject(loan),
        Map.of("status", LoanStatus.APPROVED),
        from == null ? paidOut : withWallet(paidOut, from),
        null);
    return loan;
  }

  /** A payout as the trail keeps it. */
  static Map<String, Object> shown(Loan loan, LocalDate on) {
    return Map.of(
        "status", loan.state().status(),
        "on", on,
        "principal", loan.principal().toDecimalString(),
        "currency", loan.currency().code());
  }

  private static Map<String, Object> withWallet(Map<String, Object> paidOut, PaidFrom from) {
    Map<String, Object> shown = new HashMap<>(paidOut);
    shown.put("walletId", from.walletId());
    return shown;
  }
}
