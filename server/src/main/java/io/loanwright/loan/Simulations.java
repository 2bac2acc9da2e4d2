package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.loan.rule.ProductRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what would become of a loan if something were agreed; nothing is kept. */
@Component
public class Simulations {

  private final Stores stores;
  private final LoanProducts products;
  private final Organization organization;

  Simulations(Stores stores, LoanProducts products, Organization organization) {
    this.stores = stores;
    this.products = products;
    this.organization = organization;
  }

  /** Says what a change would make of a loan that the caller may see. */
  @Transactional(readOnly = true)
  public Outcome<Simulated> simulate(Caller caller, UUID loanId, Supposition supposition) {
    Optional<Loan> loan = stores.loans().find(loanId, caller.reach(Permission.LOAN_VIEW));
    if (loan.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    return loan.get().state() instanceof LoanState.Active active
        ? simulate(loan.get(), active.principal(), supposition)
        : new Outcome.Refused<>(new Refusal.NotActive(loan.get().state()));
  }

  private Outcome<Simulated> simulate(Loan loan, Money lent, Supposition supposition) {
    List<RecordedEvent> events = stores.events().of(loan.id(), loan.currency());
    LocalDate today = organization.businessDate();
    return event(loan, supposition, today, events.size() + 1L)
        .then(event -> withinLimits(loan, lent, event))
        .then(event -> accept(loan, events, event, today));
  }

  /** More money makes a loan of as much as both, which its product has to lend. */
  private Outcome<LoanEvent> withinLimits(Loan loan, Money lent, LoanEvent event) {
    Optional<Refusal> refusal =
        event instanceof LoanEvent.Disbursed more
            ? ProductRules.withinLimits(
                products.definition(loan), "amount", lent.plus(more.amount()))
            : Optional.empty();
    return refusal
        .<Outcome<LoanEvent>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(event));
  }

  private static Outcome<LoanEvent> event(
      Loan loan, Supposition supposition, LocalDate today, long sequence) {
    UUID id = Ids.next();
    return switch (supposition) {
      case Supposition.OtherTerms(AgreedChange change) ->
          new Outcome.Done<>(Replaying.toEngine(change, id, today, sequence));
      case Supposition.TopUp(String amount) ->
          Amount.positive("amount", amount, loan.currency())
              .map(money -> new LoanEvent.Disbursed(id, today, sequence, money));
    };
  }

  /** What is agreed for a later day is looked at on that day, when it has begun to count. */
  private static Outcome<Simulated> accept(
      Loan loan, List<RecordedEvent> events, LoanEvent event, LocalDate today) {
    LocalDate asOf = event.countsOn().isAfter(today) ? event.countsOn() : today;
    Acceptance acceptance =
        Replay.accept(
            Replaying.terms(loan.terms(), events), Replaying.toEngine(events), event, asOf);
    return switch (acceptance) {
      case Acceptance.Declined(var refusal) ->
          new Outcome.Refused<>(EngineRefusals.ofEvent(refusal));
      case Acceptance.Accepted(var before, var after) ->
          event instanceof LoanEvent.DueDateMoved moved && !isDueOn(before, moved.dueOn())
              ? new Outcome.Refused<>(
                  new Refusal.TermsRefused("dueOn", "Nothing is due on " + moved.dueOn() + "."))
              : new Outcome.Done<>(new Simulated(before, after));
    };
  }

  private static boolean isDueOn(LoanPosition position, LocalDate day) {
    return position.installments().stream().anyMatch(row -> row.installment().dueOn().equals(day));
  }
}
