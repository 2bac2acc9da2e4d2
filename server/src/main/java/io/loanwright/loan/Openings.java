package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.rule.OpeningRules;
import io.loanwright.organization.Organization;
import io.loanwright.web.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes loans over from another system, with the balances that they have there.
 *
 * <p>An import is its own approval: the steps of the product are not walked, since the other system
 * has paid the money out.
 */
@Component
class Openings {

  private final Stores stores;
  private final Applications applications;
  private final Recording recording;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Openings(
      Stores stores,
      Applications applications,
      Recording recording,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.stores = stores;
    this.applications = applications;
    this.recording = recording;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.NESTED)
  public Outcome<Loan> open(Caller caller, Commands.Open command) {
    LocalDate businessDate = organization.businessDate();
    Optional<Refusal> misdated = misdated(command, businessDate);
    if (misdated.isPresent()) {
      return new Outcome.Refused<>(misdated.get());
    }
    return applications
        .draft(caller, command.apply(), command.disbursedOn())
        .then(draft ->
            position(command, draft.loan())
                .then(position ->
                    open(caller, new Opened(command.on(), businessDate), draft, position)));
  }

  /** Returns which of the dates of a loan that is taken over cannot be. */
  static Optional<Refusal> misdated(Commands.Open command, LocalDate businessDate) {
    if (command.on().isAfter(businessDate)) {
      return Optional.of(new Refusal.DateInFuture(businessDate));
    }
    if (command.on().isBefore(command.disbursedOn())) {
      return Optional.of(new Refusal.DateBeforeDisbursement(command.disbursedOn()));
    }
    LocalDate unpaidSince = command.unpaidSince();
    return unpaidSince != null
            && (unpaidSince.isAfter(command.on()) || !unpaidSince.isAfter(command.disbursedOn()))
        ? Optional.of(
            new Refusal.Invalid("unpaidSince", "must be between the disbursement and the opening"))
        : Optional.empty();
  }

  static Outcome<OpeningPosition> position(Commands.Open command, Loan loan) {
    Currency currency = loan.currency();
    try {
      Money principal = loan.application().requested();
      Money owed = Money.of(command.principalOutstanding(), currency);
      Commands.Paid paid = command.paid();
      Split split =
          new Split(
              Money.of(paid.principal(), currency),
              Money.of(paid.interest(), currency),
              Money.of(paid.fees(), currency),
              Money.of(paid.penalties(), currency));
      if (owed.isNegative() || owed.compareTo(principal) > 0) {
        return new Outcome.Refused<>(
            new Refusal.Invalid("principalOutstanding", "must be zero to the principal"));
      }
      return new Outcome.Done<>(
          new OpeningPosition(
              principal,
              command.disbursedOn(),
              owed,
              split,
              command.chargedOff(),
              arrears(command, loan)));
    } catch (Refused e) {
      return new Outcome.Refused<>(
          new Refusal.Invalid("principalOutstanding", e.refusal().message()));
    }
  }

  private static OpeningPosition.@Nullable Arrears arrears(Commands.Open command, Loan loan) {
    return command.unpaidSince() == null
        ? null
        : OpeningRules.arrears(
            loan.terms(),
            command.disbursedOn(),
            loan.application().requested(),
            command.unpaidSince());
  }

  /**
   * When a loan is taken over.
   *
   * @param on the day from which it runs here
   * @param businessDate the organization's current day
   */
  private record Opened(LocalDate on, LocalDate businessDate) {}

  private Outcome<Loan> open(
      Caller caller, Opened opened, Applications.Draft draft, OpeningPosition position) {
    LoanState.Approved approved = approved(position);
    Loan loan =
        applications.keep(
            caller,
            new Applications.Draft(draft.loan().in(approved), draft.product(), draft.quote()),
            List.of());
    LoanState.Active active = active(approved, position);
    RecordedEvent event = event(caller, opened.on(), position);
    try {
      OpeningRules.remaining(loan.terms(), event);
    } catch (Refused e) {
      return Undo.ifRefused(new Outcome.Refused<>(EngineRefusals.ofTerms(e.refusal())));
    }
    Outcome<Loan> outcome =
        position.isReplayed()
            ? recording
                .record(
                    caller,
                    new Recording.HeldLoan(loan, active, List.of()),
                    event,
                    opened.businessDate())
                .map(Recording.Recorded::loan)
            : new Outcome.Done<>(ended(loan, active, event, position));
    return Undo.ifRefused(outcome.map(result -> recorded(caller, result, position)));
  }

  static LoanState.Approved approved(OpeningPosition position) {
    return new LoanState.Approved(position.disbursedOn(), position.principal());
  }

  static LoanState.Active active(LoanState.Approved approved, OpeningPosition position) {
    return new LoanState.Active(approved, position.disbursedOn(), position.principal());
  }

  RecordedEvent event(Caller caller, LocalDate on, OpeningPosition position) {
    return new RecordedEvent(
        Ids.next(), 1, on, clock.instant(), Person.of(caller), new Happening.Opening(position));
  }

  private Loan ended(
      Loan loan, LoanState.Active active, RecordedEvent event, OpeningPosition position) {
    Loan ended = asEnded(loan, active, event, position);
    stores.events().append(loan.id(), event);
    stores.loans().save(ended);
    return ended;
  }

  /** A loan that owes nothing more, or was given up, is kept as it ended. */
  static Loan asEnded(
      Loan loan, LoanState.Active active, RecordedEvent event, OpeningPosition position) {
    LoanState state =
        position.chargedOff()
            ? new LoanState.WrittenOff(active, event.on())
            : new LoanState.Closed(active, event.on(), ClosedReason.REPAID);
    Progress none = Progress.none(loan.currency());
    Progress progress =
        new Progress(
            event.on(),
            none.outstanding(),
            position.paid(),
            null,
            none.oldestUnpaid(),
            null,
            1,
            null);
    return loan.in(state, progress);
  }

  private Loan recorded(Caller caller, Loan loan, OpeningPosition position) {
    trail.record(
        caller, "loan.open", Applications.subject(loan), null, shown(loan, position), null);
    return loan;
  }

  /** A loan that was taken over as the trail keeps it. */
  static Map<String, Object> shown(Loan loan, OpeningPosition position) {
    return Map.of(
        "status", loan.state().status(),
        "principal", position.principal().toDecimalString(),
        "principalOutstanding", position.principalOutstanding().toDecimalString(),
        "paid", position.paid().total().toDecimalString(),
        "currency", loan.currency().code());
  }
}
