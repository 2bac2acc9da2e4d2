package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.DefaultRules;
import io.loanwright.loan.rule.FirstDueRules;
import io.loanwright.loan.rule.FlagRules;
import io.loanwright.loan.rule.TopUpRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what a person can do with a loan, and why not what somebody else could: by the rules that
 * refuse the commands, asked before. What the figures of a command may be is known once there are
 * some, so here it is asked of the least, without what the caller gave up of the loan before.
 */
@Component
public class LoanActions {

  private final Stores stores;
  private final Approvals approvals;
  private final LoanTopUps topUps;
  private final LoanChanges changes;
  private final WriteOffs writeOffs;
  private final LoanRequests requests;

  LoanActions(
      Stores stores,
      Approvals approvals,
      LoanTopUps topUps,
      LoanChanges changes,
      WriteOffs writeOffs,
      LoanRequests requests) {
    this.stores = stores;
    this.approvals = approvals;
    this.topUps = topUps;
    this.changes = changes;
    this.writeOffs = writeOffs;
    this.requests = requests;
  }

  /** What is done with loans, and with what somebody asked for about them. */
  public enum Kind {
    WITHDRAW,
    APPROVE,
    REJECT,
    CANCEL,
    PAY_OUT,
    RECORD_PAYMENT,
    MARK_DEFAULT,
    FLAG,
    ADD_CHARGE,
    WAIVE_CHARGE,
    WAIVE_INTEREST,
    ASK_TOP_UP,
    ASK_CHANGE,
    ASK_WRITE_OFF,
    TAKE_BACK,
    CONFIRM_REQUEST,
    REJECT_REQUEST,
    WITHDRAW_REQUEST
  }

  /**
   * Something that the caller's role does and that the loan is in a state for.
   *
   * @param refusal why the caller cannot; null if he can
   */
  public record Action(Kind kind, @Nullable Refusal refusal) {}

  /** Collects what a caller's role does with a loan. */
  private record Asked(Caller caller, Loan loan, Circumstances seen, List<Action> actions) {

    /**
     * Adds what the caller's role does with loans that it reaches, if the state allows it.
     *
     * @param person why the caller cannot; asked only then
     */
    void add(
        Kind kind,
        Permission permission,
        Optional<Refusal> state,
        Supplier<Optional<Refusal>> person) {
      if (state.isEmpty() && reaches(permission)) {
        actions.add(new Action(kind, person.get().orElse(null)));
      }
    }

    private boolean reaches(Permission permission) {
      Parties parties = loan.parties();
      return caller
          .reach(permission)
          .covers(parties.branchId(), parties.officerId(), parties.borrowerId());
    }
  }

  /**
   * Returns what the caller can do with a loan now, and what not that his role does. All that
   * decides was read with the loan.
   */
  public List<Action> of(Caller caller, LoanSeen seen) {
    LoanView view = seen.view();
    Loan loan = view.loan();
    Asked asked = new Asked(caller, loan, seen.beside(), new ArrayList<>());
    beforePayout(asked, view);
    if (asked.reaches(Permission.PAYMENT_RECORD)) {
      asked.add(
          Kind.RECORD_PAYMENT, Permission.PAYMENT_RECORD, takesPayments(seen), Optional::empty);
    }
    afterPayout(asked);
    return asked.actions();
  }

  private static Optional<Refusal> takesPayments(LoanSeen seen) {
    return refusal(Repayments.payable(seen.view().loan(), seen::events));
  }

  private void beforePayout(Asked asked, LoanView view) {
    Caller caller = asked.caller();
    Loan loan = asked.loan();
    List<ApprovalStep> steps = view.approvals();
    Optional<Refusal> decided = ApprovalRules.awaitsApproval(loan);
    asked.add(
        Kind.WITHDRAW,
        Permission.APPLICATION_WITHDRAW,
        decided,
        () -> ApprovalRules.mayWithdraw(caller, loan));
    asked.add(
        Kind.APPROVE,
        Permission.LOAN_APPROVE,
        decided,
        () -> approvals.mayApprove(caller, loan, steps, asked.seen()));
    asked.add(
        Kind.REJECT,
        Permission.LOAN_APPROVE,
        decided,
        () -> Approvals.mayReject(caller, loan, steps, asked.seen()));
    asked.add(Kind.CANCEL, Permission.LOAN_CANCEL, ApprovalRules.mayCancel(loan), Optional::empty);
    asked.add(
        Kind.PAY_OUT,
        Permission.LOAN_DISBURSE,
        refusal(Disbursements.approved(loan)),
        () ->
            LoanRights.mayPayOut(caller, loan, asked.seen())
                .or(() -> notYetDue(caller, loan, view.position().asOf())));
  }

  /** Whoever may go back in time pays out from a day before the first due date on. */
  private static Optional<Refusal> notYetDue(Caller caller, Loan loan, LocalDate businessDate) {
    return caller.may(Permission.PAYMENT_BACKDATE)
        ? Optional.empty()
        : FirstDueRules.notYetDue(loan.terms(), businessDate);
  }

  private void afterPayout(Asked asked) {
    Caller caller = asked.caller();
    Loan loan = asked.loan();
    if (loan.state().disbursement() == null) {
      return;
    }
    Optional<Refusal> stopped = RunningLoans.notRunning(loan);
    Optional<Refusal> own = LoanRights.ownLoan(caller, loan, asked.seen());
    Optional<Refusal> made = own.or(() -> ApprovalRules.notTheMaker(caller, loan));
    Money least = new Money(1, loan.currency());
    asked.add(
        Kind.MARK_DEFAULT,
        Permission.LOAN_DEFAULT,
        DefaultRules.mayMark(loan, !loan.standing().defaulted()),
        () -> own);
    asked.add(
        Kind.FLAG, Permission.LOAN_FLAG, FlagRules.mayTurn(loan, asked.seen().flags()), () -> own);
    asked.add(Kind.ADD_CHARGE, Permission.CHARGE_ADD, stopped, () -> own);
    asked.add(
        Kind.WAIVE_CHARGE,
        Permission.CHARGE_WAIVE,
        stopped,
        () -> made.or(() -> LoanRights.withinLimit(caller, Permission.CHARGE_WAIVE, least)));
    asked.add(
        Kind.WAIVE_INTEREST,
        Permission.INTEREST_WAIVE,
        stopped,
        () -> made.or(() -> LoanRights.withinLimit(caller, Permission.INTEREST_WAIVE, least)));
    asked.add(
        Kind.ASK_TOP_UP,
        Permission.LOAN_ASK_TOP_UP,
        stopped.or(() -> TopUpRules.fits(loan.terms())),
        () -> own.or(() -> topUps.mayAsk(loan, asked.seen())));
    asked.add(
        Kind.ASK_CHANGE,
        Permission.SCHEDULE_ASK_RESTRUCTURE,
        stopped,
        () -> own.or(() -> LoanRequests.alreadyAsked(asked.seen(), LoanRequest.Kind.CHANGE)));
    asked.add(
        Kind.ASK_WRITE_OFF,
        Permission.LOAN_WRITE_OFF,
        stopped,
        () -> own.or(() -> LoanRequests.alreadyAsked(asked.seen(), LoanRequest.Kind.WRITE_OFF)));
    asked.add(Kind.TAKE_BACK, Permission.LOAN_TAKE_BACK, Optional.empty(), () -> made);
  }

  /**
   * Returns what the caller can do about what somebody asked for, and what not that his role does;
   * nothing if it is decided.
   */
  @Transactional(readOnly = true)
  public List<Action> of(Caller caller, LoanRequest request) {
    List<Action> actions = new ArrayList<>();
    LoanRequest.Kind kind = request.wanted().kind();
    if (request.status() != LoanRequest.Status.WAITING) {
      return actions;
    }
    if (isSeen(request, caller.reach(kind.decides()))) {
      actions.add(new Action(Kind.CONFIRM_REQUEST, mayConfirm(caller, request).orElse(null)));
      actions.add(
          new Action(Kind.REJECT_REQUEST, requests.mayReject(caller, request).orElse(null)));
    }
    if (isSeen(request, caller.reach(kind.asks()))) {
      actions.add(
          new Action(
              Kind.WITHDRAW_REQUEST, LoanRequests.mayWithdraw(caller, request).orElse(null)));
    }
    return actions;
  }

  private boolean isSeen(LoanRequest request, Reach reach) {
    return stores.loans().find(request.loan().id(), reach).isPresent();
  }

  private Optional<Refusal> mayConfirm(Caller caller, LoanRequest request) {
    return switch (request.wanted().kind()) {
      case WRITE_OFF ->
          writeOffs.mayConfirm(
              caller, request, writeOffs.owed(request).orElse(request.wanted().amount()));
      case TOP_UP -> topUps.mayConfirm(caller, request);
      case CHANGE -> changes.mayConfirm(caller, request);
    };
  }

  private static Optional<Refusal> refusal(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> _ -> Optional.empty();
      case Outcome.Refused<?>(Refusal why) -> Optional.of(why);
    };
  }
}
