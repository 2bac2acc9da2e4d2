package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ValueDateRules;
import io.loanwright.loan.rule.WalletRules;
import io.loanwright.organization.Organization;
import io.loanwright.together.NotShared;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes repayments, and takes them back. */
@Component
class Repayments {

  private final Stores stores;
  private final Recording recording;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Repayments(
      Stores stores,
      Recording recording,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.recording = recording;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  Set<UUID> lockFree(Set<UUID> loanIds) {
    Map<UUID, Loan> locked = stores.loans().lockFree(loanIds);
    stores.events().readAhead(locked.values());
    organization.readAhead();
    return locked.keySet();
  }

  /** A repayment that may be taken, with the loan that it is for. */
  record Offer(HeldLoan held, RecordedEvent event) {}

  @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = NotShared.class)
  public Outcome<Repaid> repay(
      Caller caller, UUID loanId, Commands.Repay command, RepaymentRule rule) {
    Outcome<Loan> locked =
        found(stores.loans().lock(loanId, caller.reach(Permission.PAYMENT_RECORD)));
    LocalDate businessDate = organization.businessDate();
    return locked
        .then(loan -> offer(caller, loan, command, businessDate))
        .then(offer ->
            foreseen(command, offer, rule, businessDate)
                .then(recorded -> recording.write(caller, offer.held(), recorded)))
        .map(recorded -> kept(caller, command, recorded));
  }

  /** Says what a repayment would do; nothing is kept. */
  @Transactional(readOnly = true)
  public Outcome<Repaid> preview(
      Caller caller, UUID loanId, Commands.Repay command, RepaymentRule rule) {
    LocalDate businessDate = organization.businessDate();
    return found(stores.loans().find(loanId, caller.reach(Permission.PAYMENT_PREVIEW)))
        .then(loan -> offer(caller, loan, command, businessDate))
        .then(offer ->
            foreseen(command, offer, rule, businessDate)
                .then(recorded -> recording.covered(offer.held(), recorded)))
        .map(recorded -> repaid(command, recorded));
  }

  private Outcome<Recorded> foreseen(
      Commands.Repay command, Offer offer, RepaymentRule rule, LocalDate businessDate) {
    return recording
        .foresee(offer.held(), offer.event(), businessDate)
        .then(recorded ->
            rule.refusal(repaid(command, recorded))
                .<Outcome<Recorded>>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Done<>(recorded)));
  }

  private static Outcome<Loan> found(Optional<Loan> loan) {
    return loan.<Outcome<Loan>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Refused<>(new Refusal.LoanUnknown()));
  }

  private Outcome<Offer> offer(
      Caller caller, Loan loan, Commands.Repay command, LocalDate businessDate) {
    return offer(
        caller, loan, () -> stores.events().of(loan.id(), loan.currency()), command, businessDate);
  }

  /**
   * Checks all that needs no replay; touches no database but for the events.
   *
   * @param events gives the events of the loan, which is locked
   */
  Outcome<Offer> offer(
      Caller caller,
      Loan loan,
      Supplier<List<RecordedEvent>> events,
      Commands.Repay command,
      LocalDate businessDate) {
    return payable(loan, events)
        .then(held -> drawn(caller, held, command.channel()))
        .then(held -> dated(caller, held, command.on(), businessDate))
        .then(held ->
            Amount.positive("amount", command.amount(), loan.currency())
                .map(amount -> new Offer(held, repayment(caller, held, command, amount))));
  }

  private static Outcome<HeldLoan> drawn(Caller caller, HeldLoan held, Channel channel) {
    return WalletRules.mayDraw(caller, held.loan(), channel)
        .<Outcome<HeldLoan>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(held));
  }

  /**
   * Returns a loan that takes payments.
   *
   * @param events gives its events
   */
  static Outcome<HeldLoan> payable(Loan loan, Supplier<List<RecordedEvent>> events) {
    return switch (loan.state()) {
      case LoanState.Active active -> new Outcome.Done<>(new HeldLoan(loan, active, events.get()));
      case LoanState.WrittenOff off -> givenUpHere(new HeldLoan(loan, off.active(), events.get()));
      case LoanState.Closed closed -> new Outcome.Refused<>(new Refusal.LoanClosed(closed.on()));
      case LoanState.Submitted _,
          LoanState.UnderReview _,
          LoanState.Rejected _,
          LoanState.Withdrawn _,
          LoanState.Approved _,
          LoanState.Cancelled _ ->
          new Outcome.Refused<>(new Refusal.NotActive(loan.state()));
    };
  }

  /**
   * A loan that was taken over takes money from its opening on, any other from its disbursement.
   */
  private static Outcome<HeldLoan> dated(
      Caller caller, HeldLoan held, LocalDate on, LocalDate businessDate) {
    LocalDate from = held.events().getFirst().on();
    return ValueDateRules.ofRepayment(caller, on, from, businessDate)
        .<Outcome<HeldLoan>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(held));
  }

  private HeldLoan hold(Loan loan, LoanState.Active active) {
    return new HeldLoan(loan, active, stores.events().of(loan.id(), loan.currency()));
  }

  private RecordedEvent repayment(
      Caller caller, HeldLoan held, Commands.Repay command, Money amount) {
    return new RecordedEvent(
        command.eventId(),
        held.nextSequence(),
        command.on(),
        clock.instant(),
        Person.of(caller),
        new Happening.Repayment(
            amount, command.channel(), command.reference(), command.targetInstallment()));
  }

  private Repaid kept(Caller caller, Commands.Repay command, Recorded recorded) {
    trail.record(
        caller,
        "loan.repay",
        Applications.subject(recorded.loan()),
        null,
        shown(command, recorded),
        null);
    return repaid(command, recorded);
  }

  /** A repayment as the trail keeps it. */
  static Map<String, Object> shown(Commands.Repay command, Recorded recorded) {
    Loan loan = recorded.loan();
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("paymentId", command.eventId());
    after.put("amount", recorded.event().what().money().toDecimalString());
    after.put("currency", loan.currency().code());
    after.put("on", command.on());
    after.put("channel", command.channel());
    after.put("status", loan.state().status());
    return after;
  }

  static Repaid repaid(Commands.Repay command, Recorded recorded) {
    return new Repaid(
        recorded.loan(),
        command.eventId(),
        recorded.event().what().money(),
        recorded.split(),
        recorded.before(),
        recorded.after());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<TakenBack> reverse(
      Caller caller, UUID loanId, UUID eventId, Commands.Reverse command) {
    return found(stores.loans().lock(loanId, caller.reach(Permission.PAYMENT_REVERSE)))
        .then(this::disbursed)
        .then(held -> reverse(caller, held, eventId, command));
  }

  private Outcome<HeldLoan> disbursed(Loan loan) {
    LoanState.Active active = loan.state().disbursement();
    return active == null
        ? new Outcome.Refused<>(new Refusal.NotActive(loan.state()))
        : givenUpHere(hold(loan, active));
  }

  /** Of a loan that another system had written off is not known what was given up. */
  private static Outcome<HeldLoan> givenUpHere(HeldLoan held) {
    return held.isReplayed()
        ? new Outcome.Done<>(held)
        : new Outcome.Refused<>(new Refusal.NotActive(held.loan().state()));
  }

  private Outcome<TakenBack> reverse(
      Caller caller, HeldLoan held, UUID eventId, Commands.Reverse command) {
    return reversible(held.events(), eventId)
        .then(target -> reverse(caller, held, target, command))
        .map(recorded -> reversed(caller, held.loan(), recorded, command.reason()));
  }

  private Outcome<Recorded> reverse(
      Caller caller, HeldLoan held, RecordedEvent target, Commands.Reverse command) {
    LocalDate businessDate = organization.businessDate();
    LocalDate on = command.on() == null ? businessDate : command.on();
    Optional<Refusal> notPermitted = ValueDateRules.ofReversal(caller, target, on, businessDate);
    if (notPermitted.isPresent()) {
      return new Outcome.Refused<>(notPermitted.get());
    }
    RecordedEvent event =
        new RecordedEvent(
            Ids.next(),
            held.nextSequence(),
            on,
            clock.instant(),
            Person.of(caller),
            new Happening.Reversal(target.what().money(), target.id(), command.reason()));
    return recording.record(caller, held, event, businessDate);
  }

  private static Outcome<RecordedEvent> reversible(List<RecordedEvent> events, UUID eventId) {
    Optional<RecordedEvent> target =
        events.stream().filter(event -> event.id().equals(eventId)).findFirst();
    if (target.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.EventUnknown());
    }
    boolean reversed =
        events.stream()
            .anyMatch(event ->
                event.what() instanceof Happening.Reversal reversal
                    && reversal.event().equals(eventId));
    if (reversed) {
      return new Outcome.Refused<>(new Refusal.AlreadyReversed());
    }
    return target.get().what() instanceof Happening.Repayment
        ? new Outcome.Done<>(target.get())
        : new Outcome.Refused<>(new Refusal.NotReversible(target.get().what().kind()));
  }

  private TakenBack reversed(Caller caller, Loan before, Recorded recorded, String reason) {
    Loan loan = recorded.loan();
    trail.record(
        caller,
        "loan.reverse",
        Applications.subject(loan),
        Map.of("status", before.state().status()),
        Map.of(
            "status", loan.state().status(),
            "amount", recorded.event().what().money().toDecimalString(),
            "currency", loan.currency().code(),
            "on", recorded.event().on()),
        reason);
    return new TakenBack(loan, recorded.event().on());
  }
}
