package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.LoanRequest.Kind;
import io.loanwright.loan.LoanRequest.Status;
import io.loanwright.loan.LoanRequest.Wanted;
import io.loanwright.loan.Servicing.Owing;
import io.loanwright.loan.rule.ApprovalRules;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes loans off by two people: one asks, and the loan stays as it is until another one has
 * confirmed. What is given up is what is owed at that moment, on the day that was asked for.
 */
@Component
public class WriteOffs {

  private final Stores stores;
  private final Servicing servicing;
  private final RunningLoans running;
  private final LoanRequests requests;

  WriteOffs(Stores stores, Servicing servicing, RunningLoans running, LoanRequests requests) {
    this.stores = stores;
    this.servicing = servicing;
    this.running = running;
    this.requests = requests;
  }

  /** Asks for a loan to be written off; the loan stays as it is. */
  @Transactional
  public Outcome<LoanRequest> ask(Caller caller, UUID loanId, Commands.WriteOff command) {
    return servicing
        .owing(caller, loanId, command.on())
        .then(owing ->
            requests.ask(
                caller,
                owing.held().loan(),
                new Wanted(
                    Kind.WRITE_OFF, command.on(), owing.amount(), null, null, command.reason())));
  }

  /**
   * Writes a loan off as somebody else asked for, if the caller's role gives up that much.
   *
   * @param seen what the caller was told would be given up, in the loan's currency
   */
  @Transactional
  public Outcome<Loan> confirm(Caller caller, UUID id, String seen) {
    return requests
        .decidable(caller, id, Kind.WRITE_OFF)
        .then(request ->
            servicing
                .owing(caller, request.loan().id(), day(request))
                .then(owing -> confirm(caller, id, owing, seen)));
  }

  private Outcome<Loan> confirm(Caller caller, UUID id, Owing owing, String seen) {
    return requests
        .locked(id)
        .then(request ->
            mayGiveUp(caller, owing.held().loan(), owing.amount())
                .<Outcome<Money>>map(Outcome.Refused::new)
                .orElseGet(() -> LoanRequests.asSeen(seen, owing.amount()))
                .then(_ -> servicing.writeOff(caller, owing, request)))
        .map(recorded -> {
          requests.confirmed(caller, id, recorded.event().id());
          return recorded.loan();
        });
  }

  /** Nobody gives up more than his role may, nor anything of a loan that he applied for. */
  private Optional<Refusal> mayGiveUp(Caller caller, Loan loan, Money amount) {
    return ApprovalRules.notTheMaker(caller, loan)
        .or(() -> LoanRights.withinLimit(caller, Permission.LOAN_WRITE_OFF, amount));
  }

  /** Why a caller does not write a loan off that somebody asked to write off. */
  Optional<Refusal> mayConfirm(Caller caller, LoanRequest request, Money amount) {
    return requests
        .mayReject(caller, request)
        .or(() ->
            stores
                .loans()
                .find(request.loan().id(), Reach.everything())
                .flatMap(loan ->
                    mayGiveUp(caller, loan, amount)
                        .or(() -> running.backdating(caller, day(request)))));
  }

  /** The day of a write-off is always asked for. */
  private static LocalDate day(LoanRequest request) {
    return Objects.requireNonNull(request.wanted().on());
  }

  /**
   * Returns what would be given up if what waits were confirmed now; nothing where it cannot be.
   */
  @Transactional(readOnly = true)
  public Optional<Money> owed(LoanRequest request) {
    return request.status() == Status.WAITING
        ? servicing.owed(request.loan().id(), day(request))
        : Optional.empty();
  }
}
