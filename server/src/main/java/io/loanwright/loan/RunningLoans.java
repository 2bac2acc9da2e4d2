package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.rule.ValueDateRules;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The steps that every command on a running loan takes: lock, check, record, and note. */
@Component
class RunningLoans {

  private final Stores stores;
  private final LoanRights rights;
  private final Recording recording;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  RunningLoans(
      Stores stores,
      LoanRights rights,
      Recording recording,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.rights = rights;
    this.recording = recording;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /** Locks a loan that runs and that the caller may do something to. */
  Outcome<HeldLoan> running(Caller caller, Permission permission, UUID loanId) {
    return paidOut(caller, permission, loanId).then(held -> allowed(held, notRunning(held.loan())));
  }

  /** Why nothing is done with a loan beside taking payments: it does not run. */
  static Optional<Refusal> notRunning(Loan loan) {
    return loan.state() instanceof LoanState.Active
        ? Optional.empty()
        : Optional.of(new Refusal.NotRunning(loan.state()));
  }

  /**
   * Locks a loan that was paid out here, whether it runs or not. Nobody does anything with a loan
   * of his own, or of a declared relative.
   */
  Outcome<HeldLoan> paidOut(Caller caller, Permission permission, UUID loanId) {
    Loan loan = stores.loans().lock(loanId, caller.reach(permission)).orElse(null);
    if (loan == null) {
      return new Outcome.Refused<>(new Refusal.LoanUnknown());
    }
    return rights
        .ownLoan(caller, loan)
        .<Outcome<HeldLoan>>map(Outcome.Refused::new)
        .orElseGet(() -> held(loan));
  }

  private Outcome<HeldLoan> held(Loan loan) {
    LoanState.Active active = loan.state().disbursement();
    if (active != null) {
      List<RecordedEvent> events = stores.events().of(loan.id(), loan.currency());
      HeldLoan held = new HeldLoan(loan, active, events);
      if (held.isReplayed()) {
        return new Outcome.Done<>(held);
      }
    }
    return new Outcome.Refused<>(new Refusal.NotRunning(loan.state()));
  }

  /** Goes on unless there is a reason not to. */
  static Outcome<HeldLoan> allowed(HeldLoan held, Optional<Refusal> refusal) {
    return refusal
        .<Outcome<HeldLoan>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(held));
  }

  /** Goes on if the value date is one that the caller may use. */
  Outcome<HeldLoan> dated(Caller caller, HeldLoan held, LocalDate on) {
    LocalDate from = held.events().getFirst().on();
    return allowed(held, ValueDateRules.ofRepayment(caller, on, from, organization.businessDate()));
  }

  /** Returns the organization's current day. */
  LocalDate today() {
    return organization.businessDate();
  }

  /** Why a caller does nothing as of a day, whatever the loan. */
  Optional<Refusal> backdating(Caller caller, LocalDate on) {
    return ValueDateRules.backdating(caller, on, organization.businessDate());
  }

  /** Returns an event that the caller adds. */
  RecordedEvent event(Caller caller, HeldLoan held, LocalDate on, Happening what) {
    return event(caller, held.nextSequence(), on, what);
  }

  /** Returns the event with which a loan begins to run. */
  RecordedEvent first(Caller caller, LocalDate on, Happening what) {
    return event(caller, 1, on, what);
  }

  private RecordedEvent event(Caller caller, int sequence, LocalDate on, Happening what) {
    return new RecordedEvent(Ids.next(), sequence, on, clock.instant(), Person.of(caller), what);
  }

  /** Works out what an event would make of a loan, and writes nothing. */
  Outcome<Recorded> foreseen(Caller caller, HeldLoan held, LocalDate on, Happening what) {
    return foreseen(held, event(caller, held, on, what));
  }

  /** The same of an event that is not the caller's. */
  Outcome<Recorded> foreseen(HeldLoan held, RecordedEvent event) {
    return recording.foresee(held, event, organization.businessDate());
  }

  /** Adds an event and writes all that follows from it. */
  Outcome<Recorded> recorded(Caller caller, HeldLoan held, LocalDate on, Happening what) {
    LocalDate businessDate = organization.businessDate();
    return recording.record(caller, held, event(caller, held, on, what), businessDate);
  }

  /** Leaves a row in the trail. */
  Loan kept(Caller caller, String action, Recorded recorded) {
    return kept(caller, action, recorded, Map.of());
  }

  /** Leaves a row in the trail that says something besides. */
  Loan kept(Caller caller, String action, Recorded recorded, Map<String, Object> beside) {
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
    Map<String, Object> before = figures(recorded.before(), loan);
    if (event.what() instanceof Happening.TopUp more) {
      before.put("principal", loan.principal().minus(more.amount()).toDecimalString());
      after.put("principal", loan.principal().toDecimalString());
      after.put("kept", more.kept().total().toDecimalString());
      if (more.from() != null) {
        after.put("walletId", more.from().walletId());
      }
    }
    after.putAll(beside);
    trail.record(
        caller, action, Applications.subject(loan), before, after, event.what().statedReason());
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
