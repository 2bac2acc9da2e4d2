package io.loanwright.loan;

import static io.loanwright.loan.RunningLoans.allowed;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.LoanRequest.Kind;
import io.loanwright.loan.LoanRequest.Status;
import io.loanwright.loan.LoanRequest.Wanted;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.Replaying;
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
  private final RunningLoans running;
  private final LoanRequests requests;

  WriteOffs(Stores stores, RunningLoans running, LoanRequests requests) {
    this.stores = stores;
    this.running = running;
    this.requests = requests;
  }

  /** Asks for a loan to be written off; the loan stays as it is. */
  @Transactional
  public Outcome<LoanRequest> ask(Caller caller, UUID loanId, Commands.WriteOff command) {
    LocalDate on = command.on();
    return running
        .running(caller, Permission.LOAN_WRITE_OFF, loanId)
        .then(held ->
            owing(caller, held, on)
                .then(owed ->
                    requests.ask(
                        caller,
                        held.loan(),
                        new Wanted(Kind.WRITE_OFF, on, owed, null, null, command.reason()))));
  }

  /**
   * Writes a loan off as somebody else asked for, if the caller's role gives up that much.
   *
   * @param seen what the caller was told would be given up, in the loan's currency
   */
  @Transactional
  public Outcome<Loan> confirm(Caller caller, UUID id, String seen) {
    return requests.confirm(
        caller, id, Kind.WRITE_OFF, (held, request) -> givenUp(caller, held, request, seen));
  }

  private Outcome<Recorded> givenUp(
      Caller caller, HeldLoan held, LoanRequest request, String seen) {
    LocalDate on = day(request);
    String reason = request.wanted().reason();
    return owing(caller, held, on)
        .then(owed ->
            allowed(held, mayGiveUp(caller, held.loan(), owed))
                .then(_ -> LoanRequests.asSeen(seen, owed))
                .then(
                    _ -> running.recorded(caller, held, on, new Happening.WriteOff(owed, reason))));
  }

  /** Goes on with what writing a loan off on a day gives up, if the caller may use the day. */
  private Outcome<Money> owing(Caller caller, HeldLoan held, LocalDate on) {
    return running.dated(caller, held, on).then(_ -> owing(held, on));
  }

  private static Outcome<Money> owing(HeldLoan held, LocalDate on) {
    Money owed = Replaying.givenUp(held.loan().terms(), held.events(), on);
    return owed.isPositive()
        ? new Outcome.Done<>(owed)
        : new Outcome.Refused<>(new Refusal.EventNotAccepted("Nothing was owed on " + on + "."));
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
        ? stores
            .loans()
            .find(request.loan().id(), Reach.everything())
            .filter(loan -> loan.state() instanceof LoanState.Active)
            .map(loan ->
                Replaying.givenUp(
                    loan.terms(), stores.events().of(loan.id(), loan.currency()), day(request)))
        : Optional.empty();
  }
}
