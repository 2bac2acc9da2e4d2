package io.loanwright.loan;

import static io.loanwright.loan.RunningLoans.allowed;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.TopUpRules;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pays more money out on running loans. */
@Component
public class LoanTopUps {

  private final RunningLoans running;
  private final LoanRights rights;
  private final LoanProducts products;
  private final FundMoves funds;

  LoanTopUps(RunningLoans running, LoanRights rights, LoanProducts products, FundMoves funds) {
    this.running = running;
    this.rights = rights;
    this.products = products;
    this.funds = funds;
  }

  /**
   * Pays out; whoever applied for the loan, or borrows, cannot, and whoever could not have approved
   * a loan of as much cannot. The caller rolls back what is refused.
   */
  @Transactional
  public Outcome<Loan> topUp(Caller caller, UUID loanId, Commands.TopUp command) {
    return running
        .running(caller, Permission.LOAN_TOP_UP, loanId)
        .then(held -> allowed(held, ApprovalRules.notTheMaker(caller, held.loan())))
        .then(held -> allowed(held, rights.blocked(held.loan())))
        .then(held -> running.dated(caller, held, command.on()))
        .then(held -> ranOn(held, command.on()))
        .then(held ->
            Amount.positive("amount", command.amount(), held.loan().currency())
                .then(amount -> toppedUp(caller, held, amount, command)))
        .map(recorded -> running.kept(caller, "loan.top_up", recorded));
  }

  private static Outcome<HeldLoan> ranOn(HeldLoan held, LocalDate on) {
    return allowed(
        held,
        TopUpRules.ranOn(held.loan().terms(), held.events(), on)
            ? Optional.empty()
            : Optional.of(
                new Refusal.EventNotAccepted(
                    "Nothing was owed on " + on + ", the loan was over.")));
  }

  /** Why a caller pays nothing more out on a running loan, not even the least. */
  Optional<Refusal> mayTopUp(Caller caller, Loan loan) {
    Money all = loan.principal().plus(new Money(1, loan.currency()));
    return ApprovalRules.notTheMaker(caller, loan)
        .or(() -> rights.blocked(loan))
        .or(() -> mayLend(caller, loan, all));
  }

  private Optional<Refusal> mayLend(Caller caller, Loan loan, Money all) {
    return TopUpRules.mayLend(caller, products.definition(loan), all)
        .or(() -> rights.withinLimit(caller, Permission.LOAN_APPROVE, all));
  }

  private Outcome<Recorded> toppedUp(
      Caller caller, HeldLoan held, Money amount, Commands.TopUp command) {
    Split kept = TopUpRules.kept(held.loan().terms(), amount);
    Money all = held.active().principal().plus(amount);
    Optional<Refusal> refusal =
        TopUpRules.fits(held.loan().terms())
            .or(() -> TopUpRules.leavesSomething(amount, kept))
            .or(() -> mayLend(caller, held.loan(), all));
    return allowed(held, refusal)
        .then(_ -> funds.named(caller, held.loan(), command.walletId()))
        .then(from ->
            running.recorded(
                caller,
                held,
                command.on(),
                new Happening.TopUp(amount, kept, from.orElse(null), command.reason())));
  }
}
