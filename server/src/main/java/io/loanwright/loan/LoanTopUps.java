package io.loanwright.loan;

import static io.loanwright.loan.RunningLoans.allowed;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.LoanRequest.Kind;
import io.loanwright.loan.LoanRequest.Wanted;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.BorrowerRules;
import io.loanwright.loan.rule.TopUpRules;
import io.loanwright.product.ProductDefinition;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays more money out on running loans, by two people: one asks, and nothing is paid until another
 * one, who could have approved a loan of as much, has confirmed.
 */
@Component
public class LoanTopUps {

  private final Stores stores;
  private final RunningLoans running;
  private final LoanRights rights;
  private final LoanProducts products;
  private final FundMoves funds;
  private final LoanRequests requests;

  LoanTopUps(
      Stores stores,
      RunningLoans running,
      LoanRights rights,
      LoanProducts products,
      FundMoves funds,
      LoanRequests requests) {
    this.stores = stores;
    this.running = running;
    this.rights = rights;
    this.products = products;
    this.funds = funds;
    this.requests = requests;
  }

  /**
   * Asks for more money to be paid out; the loan stays as it is. What could not be confirmed by
   * anybody today is not asked for, but for a wallet with too little in it: that may be filled.
   */
  @Transactional
  public Outcome<LoanRequest> ask(Caller caller, UUID loanId, Commands.TopUp command) {
    LocalDate today = running.today();
    LocalDate on = command.on() == null ? today : command.on();
    LocalDate earlier = on.equals(today) ? null : on;
    return running
        .running(caller, Permission.LOAN_ASK_TOP_UP, loanId)
        .then(held ->
            Amount.positive("amount", command.amount(), held.loan().currency())
                .then(amount -> payable(caller, held, on, amount))
                .then(more ->
                    funds
                        .named(caller, held.loan(), command.walletId())
                        .map(from -> happening(more, from, command.reason()))
                        .then(what -> running.foreseen(caller, held, on, what))
                        .then(_ ->
                            requests.ask(
                                caller,
                                held.loan(),
                                new Wanted(
                                    Kind.TOP_UP,
                                    earlier,
                                    more.amount(),
                                    command.walletId(),
                                    null,
                                    command.reason())))));
  }

  /**
   * Pays out what somebody else asked for: from today on, unless an earlier day was asked for.
   * Whoever applied for the loan, or borrows, cannot, and whoever could not have approved a loan of
   * as much cannot. The caller rolls back what is refused.
   *
   * @param seen what the caller was told would be paid out, in the loan's currency; it is as it was
   *     asked for
   */
  @Transactional
  public Outcome<Loan> confirm(Caller caller, UUID id, String seen) {
    return requests.confirm(
        caller, id, Kind.TOP_UP, (held, request) -> paidOut(caller, held, request.wanted(), seen));
  }

  private Outcome<Recorded> paidOut(Caller caller, HeldLoan held, Wanted wanted, String seen) {
    LocalDate on = wanted.on(running.today());
    return allowed(held, ApprovalRules.notTheMaker(caller, held.loan()))
        .then(_ -> LoanRequests.asSeen(seen, wanted.amount()))
        .then(amount -> payable(caller, held, on, amount))
        .then(more ->
            allowed(held, mayLend(caller, held.loan(), more.all()))
                .then(_ -> funds.askedFor(held.loan(), wanted.walletId()))
                .map(from -> happening(more, from, wanted.reason())))
        .then(what -> running.recorded(caller, held, on, what));
  }

  /**
   * More money for a loan.
   *
   * @param kept what is kept back of it
   * @param all what is lent with it
   */
  private record More(Money amount, Split kept, Money all) {}

  private static Happening happening(More more, Optional<PaidFrom> from, String reason) {
    return new Happening.TopUp(more.amount(), more.kept(), from.orElse(null), reason);
  }

  /** Goes on if the loan takes as much more on a day, whoever pays it out. */
  private Outcome<More> payable(Caller caller, HeldLoan held, LocalDate on, Money amount) {
    Loan loan = held.loan();
    Split kept = TopUpRules.kept(loan.terms(), amount);
    Money all = held.active().principal().plus(amount);
    return allowed(held, rights.blocked(loan))
        .then(_ -> running.dated(caller, held, on))
        .then(_ -> ranOn(held, on))
        .then(_ ->
            allowed(
                held,
                TopUpRules.fits(loan.terms())
                    .or(() -> TopUpRules.leavesSomething(amount, kept))
                    .or(() -> TopUpRules.withinProduct(products.definition(loan), all))))
        .map(_ -> new More(amount, kept, all));
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

  /** Why nobody asks for more money for a running loan, not even for the least. */
  Optional<Refusal> mayAsk(Loan loan, Circumstances seen) {
    Money least = loan.principal().plus(new Money(1, loan.currency()));
    return BorrowerRules.mayBorrow(seen.isBlocked())
        .or(() -> TopUpRules.withinProduct(products.definition(loan), least))
        .or(() -> LoanRequests.alreadyAsked(seen, Kind.TOP_UP));
  }

  /** Why a caller does not pay out what somebody asked for. */
  Optional<Refusal> mayConfirm(Caller caller, LoanRequest request) {
    return requests
        .mayReject(caller, request)
        .or(() ->
            stores
                .loans()
                .find(request.loan().id(), Reach.everything())
                .flatMap(loan ->
                    ApprovalRules.notTheMaker(caller, loan)
                        .or(() -> rights.blocked(loan))
                        .or(() -> running.backdating(caller, request.wanted().on(running.today())))
                        .or(() ->
                            mayLend(
                                caller, loan, loan.principal().plus(request.wanted().amount())))));
  }

  private Optional<Refusal> mayLend(Caller caller, Loan loan, Money all) {
    ProductDefinition product = products.definition(loan);
    return TopUpRules.holdsLastStep(caller, product)
        .or(() -> TopUpRules.withinProduct(product, all))
        .or(() -> LoanRights.withinLimit(caller, Permission.LOAN_APPROVE, all));
  }
}
