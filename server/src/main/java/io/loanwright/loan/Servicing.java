package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Entry;
import io.loanwright.engine.replay.EntryKind;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.rule.ServicingRules;
import io.loanwright.loan.rule.ValueDateRules;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with a running loan beside payments: charges and waivers, other terms, giving it up
 * ({@link WriteOffs} has the two people for that), and taking any of that back.
 *
 * <p>Each is an event that is replayed with the others, so it may count from an earlier day, and
 * the books follow from it as from a payment.
 */
@Component
public class Servicing {

  private final Stores stores;
  private final LoanRights rights;
  private final Recording recording;
  private final LoanProducts products;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Servicing(
      Stores stores,
      LoanRights rights,
      Recording recording,
      LoanProducts products,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.rights = rights;
    this.recording = recording;
    this.products = products;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /** A locked loan with what pays it off on a day. */
  record Owing(HeldLoan held, Money amount) {}

  /** Locks a running loan that the caller may give up from a day on, if something was owed then. */
  Outcome<Owing> owing(Caller caller, UUID loanId, LocalDate on) {
    return running(caller, Permission.LOAN_WRITE_OFF, loanId)
        .then(held -> dated(caller, held, on))
        .then(held -> owing(held, on));
  }

  private static Outcome<Owing> owing(HeldLoan held, LocalDate on) {
    Money amount = Replaying.position(held.loan().terms(), held.events(), on).payoff().total();
    return amount.isPositive()
        ? new Outcome.Done<>(new Owing(held, amount))
        : new Outcome.Refused<>(new Refusal.EventNotAccepted("Nothing was owed on " + on + "."));
  }

  /** Returns what pays a running loan off on a day; nothing if it does not run. */
  Optional<Money> owed(UUID loanId, LocalDate on) {
    return stores
        .loans()
        .find(loanId, Reach.everything())
        .filter(loan -> loan.state() instanceof LoanState.Active)
        .map(loan ->
            Replaying.position(loan.terms(), stores.events().of(loan.id(), loan.currency()), on)
                .payoff()
                .total());
  }

  /** Gives up what a loan owes, as somebody else asked for. */
  Outcome<Recorded> writeOff(Caller caller, Owing owing, WriteOffRequest request) {
    Happening what = new Happening.WriteOff(owing.amount(), request.reason());
    return recorded(caller, owing.held(), request.on(), what)
        .map(recorded -> {
          kept(caller, "loan.write_off", recorded, Map.of("askedBy", request.asked().by().name()));
          return recorded;
        });
  }

  /** Lays a fee or a penalty on a loan. */
  @Transactional
  public Outcome<Loan> charge(Caller caller, UUID loanId, Commands.Charge command) {
    LocalDate dueOn = command.dueOn() == null ? command.on() : command.dueOn();
    return running(caller, Permission.CHARGE_ADD, loanId)
        .then(held -> dated(caller, held, command.on()))
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
                          return recorded(caller, held, command.on(), what);
                        })))
        .map(recorded -> kept(caller, "charge.add", recorded));
  }

  /** Gives up what is unpaid of a charge; whoever applied for the loan, or borrows, cannot. */
  @Transactional
  public Outcome<Loan> waive(Caller caller, UUID loanId, Commands.Waive command) {
    return running(caller, Permission.CHARGE_WAIVE, loanId)
        .then(held -> allowed(held, ApprovalRules.notTheMaker(caller, held.loan())))
        .then(held -> dated(caller, held, command.on()))
        .then(held -> allowed(held, ServicingRules.isCharge(held.events(), command.chargeId())))
        .then(held -> waived(caller, held, command))
        .map(recorded -> kept(caller, "charge.waive", recorded));
  }

  /** How much is given up is known once it was tried. */
  private Outcome<Recorded> waived(Caller caller, HeldLoan held, Commands.Waive command) {
    Money none = Money.zero(held.loan().currency());
    RecordedEvent tried =
        event(
            caller,
            held,
            command.on(),
            new Happening.Waiver(none, command.chargeId(), command.reason()));
    LocalDate businessDate = organization.businessDate();
    return recording
        .foresee(held, tried, businessDate)
        .then(foreseen -> {
          Money unpaid = givenUp(foreseen);
          if (!unpaid.isPositive()) {
            return new Outcome.Refused<>(new Refusal.NothingToWaive());
          }
          Optional<Refusal> tooMuch = rights.withinLimit(caller, Permission.CHARGE_WAIVE, unpaid);
          if (tooMuch.isPresent()) {
            return new Outcome.Refused<>(tooMuch.get());
          }
          Happening what = new Happening.Waiver(unpaid, command.chargeId(), command.reason());
          return recorded(caller, held, command.on(), what);
        });
  }

  /** Two waivers of a charge share what is unpaid of it, whichever counts first. */
  private static Money givenUp(Recorded foreseen) {
    return givenUp(foreseen.after()).minus(givenUp(foreseen.before()));
  }

  private static Money givenUp(LoanPosition position) {
    return position.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.CHARGE_WAIVED)
        .map(Entry::amount)
        .reduce(Money.zero(position.disbursed().currency()), Money::plus);
  }

  /** Agrees other terms for the rest of a loan; whoever applied for it, or borrows, cannot. */
  @Transactional
  public Outcome<Loan> change(Caller caller, UUID loanId, Commands.Change command) {
    LocalDate businessDate = organization.businessDate();
    return running(caller, Permission.SCHEDULE_RESTRUCTURE, loanId)
        .then(held -> allowed(held, ApprovalRules.notTheMaker(caller, held.loan())))
        .then(held ->
            allowed(
                held,
                ServicingRules.mayAgree(
                    caller,
                    command.change(),
                    Replaying.position(held.loan().terms(), held.events(), businessDate),
                    held.active().on())))
        .then(held ->
            allowed(held, ServicingRules.withinBounds(command.change(), rates(held.loan()))))
        .then(held -> {
          Money nothing = Money.zero(held.loan().currency());
          Happening what = new Happening.Change(nothing, command.change(), command.reason());
          return recorded(caller, held, businessDate, what);
        })
        .map(recorded -> kept(caller, "schedule.restructure", recorded));
  }

  /** Returns the rate of the contract and that of its product as it is now. */
  private List<BigDecimal> rates(Loan loan) {
    BigDecimal agreed = loan.terms().interest().annualRatePercent();
    return products
        .current(loan.application().productId())
        .map(now -> List.of(agreed, now.definition().terms().interest().annualRatePercent()))
        .orElseGet(() -> List.of(agreed));
  }

  /** Takes back what this class did, from a day on; who may not do it may not take it back. */
  @Transactional
  public Outcome<Loan> takeBack(
      Caller caller, UUID loanId, UUID eventId, Commands.Reverse command) {
    LocalDate businessDate = organization.businessDate();
    LocalDate on = command.on() == null ? businessDate : command.on();
    return locked(caller, Permission.LOAN_TAKE_BACK, loanId)
        .then(Servicing::held)
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
                          return recorded(caller, held, on, what);
                        })))
        .map(recorded -> kept(caller, "loan.take_back", recorded));
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

  private Outcome<HeldLoan> running(Caller caller, Permission permission, UUID loanId) {
    return locked(caller, permission, loanId)
        .then(Servicing::held)
        .then(held ->
            held.loan().state() instanceof LoanState.Active
                ? new Outcome.Done<>(held)
                : new Outcome.Refused<>(new Refusal.NotRunning(held.loan().state())));
  }

  /** A loan that is locked, with its events. */
  private record Locked(Loan loan, List<RecordedEvent> events) {}

  /** Nobody does anything with a loan of his own, or of a declared relative. */
  private Outcome<Locked> locked(Caller caller, Permission permission, UUID loanId) {
    Loan loan = stores.loans().lock(loanId, caller.reach(permission)).orElse(null);
    if (loan == null) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    return rights
        .ownLoan(caller, loan.parties().borrowerId())
        .<Outcome<Locked>>map(Outcome.Refused::new)
        .orElseGet(() ->
            new Outcome.Done<>(new Locked(loan, stores.events().of(loan.id(), loan.currency()))));
  }

  private static Outcome<HeldLoan> held(Locked locked) {
    LoanState.Active active = locked.loan().state().disbursement();
    if (active != null) {
      HeldLoan held = new HeldLoan(locked.loan(), active, locked.events());
      if (held.isReplayed()) {
        return new Outcome.Done<>(held);
      }
    }
    return new Outcome.Refused<>(new Refusal.NotRunning(locked.loan().state()));
  }

  private static Outcome<HeldLoan> allowed(HeldLoan held, Optional<Refusal> refusal) {
    return refusal
        .<Outcome<HeldLoan>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(held));
  }

  private Outcome<HeldLoan> dated(Caller caller, HeldLoan held, LocalDate on) {
    LocalDate from = held.events().getFirst().on();
    return allowed(held, ValueDateRules.ofRepayment(caller, on, from, organization.businessDate()));
  }

  private RecordedEvent event(Caller caller, HeldLoan held, LocalDate on, Happening what) {
    return new RecordedEvent(
        Ids.next(), held.nextSequence(), on, clock.instant(), Person.of(caller), what);
  }

  private Outcome<Recorded> recorded(Caller caller, HeldLoan held, LocalDate on, Happening what) {
    LocalDate businessDate = organization.businessDate();
    return recording.record(caller, held, event(caller, held, on, what), businessDate);
  }

  private Loan kept(Caller caller, String action, Recorded recorded) {
    return kept(caller, action, recorded, Map.of());
  }

  private Loan kept(Caller caller, String action, Recorded recorded, Map<String, Object> beside) {
    Loan loan = recorded.loan();
    RecordedEvent event = recorded.event();
    Map<String, Object> after = figures(loan.state(), recorded.after().payoff().total());
    after.put("eventId", event.id());
    after.put("on", event.on());
    after.put("amount", event.what().money().toDecimalString());
    after.put("currency", loan.currency().code());
    if (event.what() instanceof Happening.Change(_, AgreedChange change, _)) {
      after.put("change", change);
    }
    after.putAll(beside);
    trail.record(
        caller,
        action,
        Applications.subject(loan),
        figures(recorded.before(), loan),
        after,
        event.what().statedReason());
    return loan;
  }

  private static Map<String, Object> figures(LoanPosition position, Loan loan) {
    LoanState.Active active = Objects.requireNonNull(loan.state().disbursement());
    return figures(active.at(position), position.payoff().total());
  }

  private static Map<String, Object> figures(LoanState state, Money owed) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("status", state.status());
    figures.put("outstanding", owed.toDecimalString());
    return figures;
  }
}
