package io.loanwright.loan;

import static io.loanwright.loan.RunningLoans.allowed;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.LoanRequest.Kind;
import io.loanwright.loan.LoanRequest.Status;
import io.loanwright.loan.LoanRequest.Wanted;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.GivenAway;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.ServicingRules;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agrees other terms for the rest of running loans, by two people: one asks, and the loan stays as
 * it is until another one has confirmed. The terms count from the day that was asked for, however
 * long they waited; what the loan has become meanwhile decides whether it can still have them.
 */
@Component
public class LoanChanges {

  private final Stores stores;
  private final RunningLoans running;
  private final LoanRights rights;
  private final LoanProducts products;
  private final LoanRequests requests;

  LoanChanges(
      Stores stores,
      RunningLoans running,
      LoanRights rights,
      LoanProducts products,
      LoanRequests requests) {
    this.stores = stores;
    this.running = running;
    this.rights = rights;
    this.products = products;
    this.requests = requests;
  }

  /**
   * Asks for other terms; the loan stays as it is. What the loan cannot have today is not asked
   * for.
   */
  @Transactional
  public Outcome<LoanRequest> ask(Caller caller, UUID loanId, Commands.Change command) {
    AgreedChange change = command.change();
    return running
        .running(caller, Permission.SCHEDULE_ASK_RESTRUCTURE, loanId)
        .then(held ->
            possible(caller, held, change, command.reason())
                .then(possible ->
                    requests.ask(
                        caller,
                        held.loan(),
                        new Wanted(
                            Kind.CHANGE,
                            ServicingRules.firstDay(change),
                            possible.takenOff(),
                            null,
                            change,
                            command.reason()))));
  }

  /**
   * Agrees what somebody else asked for. Whoever applied for the loan, or borrows, cannot, and
   * nobody gives up more interest than his role may. The caller rolls back what is refused.
   *
   * @param seen what the caller was told that the terms take off the interest, in the loan's
   *     currency
   */
  @Transactional
  public Outcome<Loan> confirm(Caller caller, UUID id, String seen) {
    return requests.confirm(
        caller,
        id,
        Kind.CHANGE,
        (held, request) ->
            agreeable(caller, held, request)
                .then(possible ->
                    LoanRequests.asSeen(seen, possible.takenOff())
                        .then(_ ->
                            running.recorded(caller, held, running.today(), possible.what()))));
  }

  /**
   * Terms that a loan can have today.
   *
   * @param event as it would be recorded
   * @param takenOff the interest that is not asked for any more
   */
  private record Possible(Happening what, RecordedEvent event, Money takenOff) {}

  /** Goes on if a loan can have other terms today, whoever agrees them. */
  private Outcome<Possible> possible(
      Caller caller, HeldLoan held, AgreedChange change, String reason) {
    LocalDate today = running.today();
    LoanTerms terms = held.loan().terms();
    Happening what = happening(held, change, reason);
    return allowed(
            held,
            ServicingRules.mayAgree(
                caller,
                change,
                Replaying.position(terms, held.events(), today),
                held.active().on()))
        .then(_ -> allowed(held, ServicingRules.withinBounds(change, products.rates(held.loan()))))
        .then(_ ->
            allowed(held, ServicingRules.changesSomething(change, terms, held.events(), today)))
        .then(_ -> running.foreseen(caller, held, today, what))
        .map(foreseen ->
            new Possible(
                what, foreseen.event(), GivenAway.byTerms(terms, held.events(), foreseen.event())));
  }

  /** Goes on if a loan can have what somebody asked for, and the caller agrees that much. */
  private Outcome<Possible> agreeable(Caller caller, HeldLoan held, LoanRequest request) {
    return allowed(held, ApprovalRules.notTheMaker(caller, held.loan()))
        .then(_ -> possible(caller, held, change(request), request.wanted().reason()))
        .then(possible ->
            allowed(held, rights.interestWithinLimit(caller, held, possible.event()))
                .map(_ -> possible));
  }

  private static Happening happening(HeldLoan held, AgreedChange change, String reason) {
    return new Happening.Change(Money.zero(held.loan().currency()), change, reason);
  }

  /** Other terms always say which. */
  private static AgreedChange change(LoanRequest request) {
    return Objects.requireNonNull(request.wanted().change());
  }

  /** Why a caller does not agree what somebody asked for. */
  Optional<Refusal> mayConfirm(Caller caller, LoanRequest request) {
    return requests
        .mayReject(caller, request)
        .or(() -> running(request).flatMap(held -> refusal(agreeable(caller, held, request))));
  }

  private static Optional<Refusal> refusal(Outcome<Possible> outcome) {
    return switch (outcome) {
      case Outcome.Done<Possible> _ -> Optional.empty();
      case Outcome.Refused<Possible>(Refusal why) -> Optional.of(why);
    };
  }

  /**
   * Returns how much interest what waits would take off if it were confirmed now; nothing where it
   * cannot be.
   */
  @Transactional(readOnly = true)
  public Optional<Money> takenOff(LoanRequest request) {
    return request.status() == Status.WAITING
        ? running(request).flatMap(held -> takenOff(held, request))
        : Optional.empty();
  }

  private Optional<Money> takenOff(HeldLoan held, LoanRequest request) {
    RecordedEvent event =
        new RecordedEvent(
            Ids.next(),
            held.nextSequence(),
            running.today(),
            request.asked().at(),
            request.asked().by(),
            happening(held, change(request), request.wanted().reason()));
    return switch (allowed(held, impossible(held, change(request)))
        .then(_ -> running.foreseen(held, event))) {
      case Outcome.Done<Recorded> _ ->
          Optional.of(GivenAway.byTerms(held.loan().terms(), held.events(), event));
      case Outcome.Refused<Recorded> _ -> Optional.empty();
    };
  }

  /** Why nobody agrees terms today, whoever he is and whatever the loan would become. */
  private Optional<Refusal> impossible(HeldLoan held, AgreedChange change) {
    LoanTerms terms = held.loan().terms();
    return ServicingRules.movesWhatIsDue(
            change, Replaying.position(terms, held.events(), running.today()))
        .or(() -> ServicingRules.withinBounds(change, products.rates(held.loan())))
        .or(() -> ServicingRules.changesSomething(change, terms, held.events(), running.today()));
  }

  /** Reads the loan that something waits for, without locking it; what waits ends with it. */
  private Optional<HeldLoan> running(LoanRequest request) {
    return stores
        .loans()
        .find(request.loan().id(), Reach.everything())
        .flatMap(loan ->
            loan.state() instanceof LoanState.Active active
                ? Optional.of(
                    new HeldLoan(loan, active, stores.events().of(loan.id(), loan.currency())))
                : Optional.empty());
  }
}
