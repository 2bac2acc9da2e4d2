package io.loanwright.loan;

import static io.loanwright.loan.RunningLoans.allowed;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.ServicingRules;
import io.loanwright.loan.rule.ValueDateRules;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one person does with a running loan beside payments: charges and waivers, and taking back
 * whatever was done with it. What needs two people is asked for first ({@link LoanRequests}).
 *
 * <p>Each is an event that is replayed with the others, so it may count from an earlier day, and
 * the books follow from it as from a payment.
 */
@Component
public class Servicing {

  private final Stores stores;
  private final LoanRights rights;
  private final RunningLoans running;
  private final Organization organization;

  Servicing(Stores stores, LoanRights rights, RunningLoans running, Organization organization) {
    this.stores = stores;
    this.rights = rights;
    this.running = running;
    this.organization = organization;
  }

  /** Lays a fee or a penalty on a loan. */
  @Transactional
  public Outcome<Loan> charge(Caller caller, UUID loanId, Commands.Charge command) {
    LocalDate dueOn = command.dueOn() == null ? command.on() : command.dueOn();
    return running
        .running(caller, Permission.CHARGE_ADD, loanId)
        .then(held -> running.dated(caller, held, command.on()))
        .then(held ->
            Amount.positive("amount", command.amount(), held.loan().currency())
                .then(amount ->
                    allowed(
                            held,
                            ServicingRules.mayCharge(
                                amount,
                                held.active().principal(),
                                held.events(),
                                command.on(),
                                dueOn))
                        .then(_ -> {
                          Happening what =
                              new Happening.Charge(amount, command.kind(), dueOn, command.reason());
                          return running.recorded(caller, held, command.on(), what);
                        })))
        .map(recorded -> running.kept(caller, "charge.add", recorded));
  }

  /** Gives up what is unpaid of a charge; whoever applied for the loan, or borrows, cannot. */
  @Transactional
  public Outcome<Loan> waive(Caller caller, UUID loanId, Commands.Waive command) {
    return running
        .running(caller, Permission.CHARGE_WAIVE, loanId)
        .then(held -> allowed(held, ApprovalRules.notTheMaker(caller, held.loan())))
        .then(held -> running.dated(caller, held, command.on()))
        .then(held -> allowed(held, ServicingRules.isCharge(held.events(), command.chargeId())))
        .then(held -> waived(caller, held, command))
        .map(recorded -> running.kept(caller, "charge.waive", recorded));
  }

  /**
   * How much is given up is known once it was tried: two waivers of a charge share what is unpaid
   * of it, whichever counts first.
   */
  private Outcome<Recorded> waived(Caller caller, HeldLoan held, Commands.Waive command) {
    Money none = Money.zero(held.loan().currency());
    Happening tried = new Happening.Waiver(none, command.chargeId(), command.reason());
    return running
        .foreseen(caller, held, command.on(), tried)
        .then(foreseen -> {
          Money unpaid = ServicingRules.givenUp(foreseen.before(), foreseen.after());
          if (!unpaid.isPositive()) {
            return new Outcome.Refused<>(new Refusal.NothingToWaive());
          }
          Happening what = new Happening.Waiver(unpaid, command.chargeId(), command.reason());
          RecordedEvent wanted = running.event(caller, held, command.on(), what);
          return allowed(held, rights.chargesWithinLimit(caller, held, wanted))
              .then(_ -> running.recorded(caller, held, command.on(), what));
        });
  }

  /** Gives up interest that is owed; whoever applied for the loan, or borrows, cannot. */
  @Transactional
  public Outcome<Loan> waiveInterest(Caller caller, UUID loanId, Commands.WaiveInterest command) {
    return running
        .running(caller, Permission.INTEREST_WAIVE, loanId)
        .then(held -> allowed(held, ApprovalRules.notTheMaker(caller, held.loan())))
        .then(held -> running.dated(caller, held, command.on()))
        .then(held ->
            Amount.positive("amount", command.amount(), held.loan().currency())
                .then(amount -> {
                  Happening what = new Happening.InterestWaiver(amount, command.reason());
                  RecordedEvent wanted = running.event(caller, held, command.on(), what);
                  return allowed(held, rights.interestWithinLimit(caller, held, wanted))
                      .then(_ -> running.recorded(caller, held, command.on(), what));
                }))
        .map(recorded -> running.kept(caller, "interest.waive", recorded));
  }

  /**
   * Takes back what is done with a running loan, from a day on; who may not do it may not take it
   * back. A charge that is taken back is given up, and so is the interest of another's higher rate.
   */
  @Transactional
  public Outcome<Loan> takeBack(
      Caller caller, UUID loanId, UUID eventId, Commands.Reverse command) {
    LocalDate businessDate = organization.businessDate();
    LocalDate on = command.on() == null ? businessDate : command.on();
    return running
        .paidOut(caller, Permission.LOAN_TAKE_BACK, loanId)
        .then(held -> allowed(held, ApprovalRules.notTheMaker(caller, held.loan())))
        .then(held ->
            ServicingRules.reversible(
                    held.events(),
                    eventId,
                    permission -> stores.loans().find(loanId, caller.reach(permission)).isPresent())
                .then(target ->
                    allowed(held, ValueDateRules.ofTakingBack(caller, target, on, businessDate))
                        .then(_ -> {
                          Happening what =
                              new Happening.Reversal(
                                  target.what().money(), eventId, command.reason());
                          return takenBack(caller, held, on, what, target);
                        })))
        .map(recorded -> running.kept(caller, "loan.take_back", recorded));
  }

  private Outcome<Recorded> takenBack(
      Caller caller, HeldLoan held, LocalDate on, Happening what, RecordedEvent target) {
    return running
        .foreseen(caller, held, on, what)
        .then(foreseen -> allowed(held, givesUpTooMuch(caller, held, foreseen.event(), target)))
        .then(_ -> running.recorded(caller, held, on, what));
  }

  /** Why a caller cannot take back what asks the borrower for more. */
  private Optional<Refusal> givesUpTooMuch(
      Caller caller, HeldLoan held, RecordedEvent wanted, RecordedEvent target) {
    if (target.what() instanceof Happening.Charge) {
      return rights.chargesWithinLimit(caller, held, wanted);
    }
    boolean isRateOfAnother =
        target.what() instanceof Happening.Change change
            && change.change() instanceof AgreedChange.AnotherRate
            && !target.recordedBy().id().equals(caller.userId());
    return isRateOfAnother ? rights.interestWithinLimit(caller, held, wanted) : Optional.empty();
  }

  /** Returns the charges of a loan that the caller may see, by due date. */
  @Transactional(readOnly = true)
  public Optional<List<LaidCharge>> charges(Caller caller, UUID loanId) {
    return stores
        .loans()
        .find(loanId, caller.reach(Permission.LOAN_VIEW))
        .map(loan -> {
          List<RecordedEvent> events = stores.events().of(loan.id(), loan.currency());
          return ServicingRules.charges(
              Replaying.position(loan.terms(), events, organization.businessDate()), events);
        });
  }
}
