package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ProductRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.ServicingRules;
import io.loanwright.loan.rule.TopUpRules;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what would become of a loan if something were done to it; nothing is kept.
 *
 * <p>What does not fit the loan is refused as the command would refuse it. Who may do it is not
 * asked, but for who may choose an earlier day: whoever sees a loan may think about it. Other terms
 * may be thought about that cannot be agreed today, such as from a later day; then it is said why
 * they cannot.
 */
@Component
public class Simulations {

  private final Stores stores;
  private final Recording recording;
  private final RunningLoans running;
  private final LoanProducts products;
  private final Organization organization;

  Simulations(
      Stores stores,
      Recording recording,
      RunningLoans running,
      LoanProducts products,
      Organization organization) {
    this.stores = stores;
    this.recording = recording;
    this.running = running;
    this.products = products;
    this.organization = organization;
  }

  /** Something to think about, and the day on which it would be recorded. */
  private record Thought(Happening what, LocalDate on) {}

  /** Says what a change would make of a loan that the caller may see. */
  @Transactional(readOnly = true)
  public Outcome<Simulated> simulate(Caller caller, UUID loanId, Supposition supposition) {
    Optional<Loan> loan = stores.loans().find(loanId, caller.reach(Permission.LOAN_VIEW));
    if (loan.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    if (!(loan.get().state() instanceof LoanState.Active active)) {
      return new Outcome.Refused<>(new Refusal.NotActive(loan.get().state()));
    }
    List<RecordedEvent> events = stores.events().of(loanId, loan.get().currency());
    HeldLoan held = new HeldLoan(loan.get(), active, events);
    return switch (supposition) {
      case Supposition.OtherTerms(AgreedChange change) -> otherTerms(caller, held, change);
      case Supposition.TopUp(String amount, LocalDate on) -> topUp(caller, held, amount, day(on));
      case Supposition.Charge charge ->
          charge(held, charge).then(thought -> done(caller, held, thought));
      case Supposition.Waiver(UUID charge, LocalDate on) -> waiver(caller, held, charge, day(on));
      case Supposition.InterestWaiver(String amount, LocalDate on) ->
          Amount.positive("amount", amount, held.loan().currency())
              .then(given ->
                  done(
                      caller, held, new Thought(new Happening.InterestWaiver(given, ""), day(on))));
    };
  }

  private LocalDate day(@Nullable LocalDate on) {
    return on == null ? organization.businessDate() : on;
  }

  /** What is agreed for a later day is looked at on that day, when it has begun to count. */
  private Outcome<Simulated> otherTerms(Caller caller, HeldLoan held, AgreedChange change) {
    LocalDate today = organization.businessDate();
    Money nothing = Money.zero(held.loan().currency());
    RecordedEvent event =
        running.event(caller, held, today, new Happening.Change(nothing, change, ""));
    LocalDate from = Replaying.toEngine(event).orElseThrow().countsOn();
    return recording
        .foresee(held, event, from.isAfter(today) ? from : today)
        .then(foreseen -> movingWhatIsDue(change, foreseen))
        .map(foreseen ->
            new Simulated(
                foreseen.before(),
                foreseen.after(),
                null,
                objection(caller, held, change, today).orElse(null)));
  }

  private static Outcome<Recorded> movingWhatIsDue(AgreedChange change, Recorded foreseen) {
    return ServicingRules.movesWhatIsDue(change, foreseen.before())
        .<Outcome<Recorded>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(foreseen));
  }

  private Optional<Refusal> objection(
      Caller caller, HeldLoan held, AgreedChange change, LocalDate today) {
    LoanPosition now = Replaying.position(held.loan().terms(), held.events(), today);
    return ServicingRules.mayAgree(caller, change, now, held.active().on())
        .or(() -> ServicingRules.withinBounds(change, products.rates(held.loan())))
        .or(() ->
            ServicingRules.changesSomething(change, held.loan().terms(), held.events(), today));
  }

  private Outcome<Simulated> topUp(Caller caller, HeldLoan held, String text, LocalDate on) {
    return Amount.positive("amount", text, held.loan().currency())
        .then(amount -> {
          Split kept = TopUpRules.kept(held.loan().terms(), amount);
          Money all = held.active().principal().plus(amount);
          Optional<Refusal> refusal =
              TopUpRules.fits(held.loan().terms())
                  .or(() -> TopUpRules.leavesSomething(amount, kept))
                  .or(() ->
                      ProductRules.withinLimits(products.definition(held.loan()), "amount", all));
          return RunningLoans.allowed(held, refusal)
              .then(_ ->
                  foreseen(
                      caller, held, new Thought(new Happening.TopUp(amount, kept, null, ""), on)))
              .map(done -> new Simulated(done.before(), done.after(), kept.total(), null));
        });
  }

  private Outcome<Thought> charge(HeldLoan held, Supposition.Charge charge) {
    LocalDate on = day(charge.on());
    LocalDate dueOn = charge.dueOn() == null ? on : charge.dueOn();
    return Amount.positive("amount", charge.amount(), held.loan().currency())
        .then(amount ->
            RunningLoans.allowed(
                    held,
                    ServicingRules.mayCharge(
                        amount, held.active().principal(), held.events(), on, dueOn))
                .map(_ -> new Thought(new Happening.Charge(amount, charge.kind(), dueOn, ""), on)));
  }

  private Outcome<Simulated> waiver(Caller caller, HeldLoan held, UUID charge, LocalDate on) {
    Money nothing = Money.zero(held.loan().currency());
    Thought thought = new Thought(new Happening.Waiver(nothing, charge, ""), on);
    return RunningLoans.allowed(held, ServicingRules.isCharge(held.events(), charge))
        .then(_ -> foreseen(caller, held, thought))
        .then(foreseen ->
            ServicingRules.givenUp(foreseen.before(), foreseen.after()).isPositive()
                ? new Outcome.Done<>(new Simulated(foreseen.before(), foreseen.after(), null, null))
                : new Outcome.Refused<>(new Refusal.NothingToWaive()));
  }

  private Outcome<Simulated> done(Caller caller, HeldLoan held, Thought thought) {
    return foreseen(caller, held, thought)
        .map(foreseen -> new Simulated(foreseen.before(), foreseen.after(), null, null));
  }

  private Outcome<Recorded> foreseen(Caller caller, HeldLoan held, Thought thought) {
    return running
        .dated(caller, held, thought.on())
        .then(_ -> running.foreseen(caller, held, thought.on(), thought.what()));
  }
}
