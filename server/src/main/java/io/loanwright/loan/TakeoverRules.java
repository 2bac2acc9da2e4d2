package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.engine.Refused;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.loan.Recording.HeldLoan;
import io.loanwright.loan.RecordingTogether.Step;
import io.loanwright.loan.Takeovers.Planned;
import io.loanwright.loan.rule.DefaultRules;
import io.loanwright.loan.rule.OpeningRules;
import io.loanwright.loan.rule.ValueDateRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out loans that are taken over, by the same steps as their commands; writes nothing. */
@Component
class TakeoverRules {

  private final LoanRights rights;
  private final Applications applications;
  private final Openings openings;
  private final Disbursements disbursements;
  private final Recording recording;

  TakeoverRules(
      LoanRights rights,
      Applications applications,
      Openings openings,
      Disbursements disbursements,
      Recording recording) {
    this.rights = rights;
    this.applications = applications;
    this.openings = openings;
    this.disbursements = disbursements;
    this.recording = recording;
  }

  /**
   * Who keeps out of a loan is asked for each by itself.
   *
   * @throws NotTogether if the caller keeps out of one of the borrowers' loans
   */
  void keepOut(Caller caller, Collection<UUID> borrowerIds) {
    if (rights.keepsOutOfAny(caller, borrowerIds)) {
      throw new NotTogether("Somebody close to who takes them over is among the borrowers");
    }
  }

  /** Works a loan out for a borrower who may borrow. */
  Outcome<Planned> plan(
      Caller caller,
      Commands.TakeOver command,
      Parties parties,
      Applications.Asked asked,
      LocalDate businessDate) {
    Commands.Open open = command.open();
    if (!command.replayed()) {
      Optional<Refusal> misdated = Openings.misdated(open, businessDate);
      if (misdated.isPresent()) {
        return new Outcome.Refused<>(misdated.get());
      }
    }
    return applications
        .draft(caller, open.apply(), parties, asked)
        .then(draft ->
            command.replayed()
                ? replayed(caller, open.disbursedOn(), draft, businessDate)
                : Openings.position(open, draft.loan())
                    .then(position -> opened(caller, open, draft, position, businessDate)))
        .then(planned -> marked(command, planned));
  }

  private Outcome<Planned> opened(
      Caller caller,
      Commands.Open command,
      Applications.Draft draft,
      OpeningPosition position,
      LocalDate businessDate) {
    LoanState.Approved approved = Openings.approved(position);
    Loan begun = draft.loan().in(approved);
    LoanState.Active active = Openings.active(approved, position);
    RecordedEvent event = openings.event(caller, command.on(), position);
    try {
      OpeningRules.remaining(begun.terms(), event);
    } catch (Refused e) {
      return new Outcome.Refused<>(EngineRefusals.ofTerms(e.refusal()));
    }
    List<FrozenSchedule> schedules = List.of(quote(begun, draft));
    if (!position.isReplayed()) {
      Loan ended = Openings.asEnded(begun, active, event, position);
      return new Outcome.Done<>(
          new Planned(
              schedules, event, null, ended, List.of(applied(begun), taken(ended, position))));
    }
    HeldLoan held = new HeldLoan(begun, active, List.of());
    return recording
        .foresee(held, event, businessDate)
        .map(recorded ->
            new Planned(
                schedules,
                event,
                Step.of(held, recorded),
                recorded.loan(),
                List.of(applied(begun), taken(recorded.loan(), position))));
  }

  private Outcome<Planned> replayed(
      Caller caller, LocalDate on, Applications.Draft draft, LocalDate businessDate) {
    Loan begun = draft.loan();
    return ValueDateRules.ofTakenOver(caller, on, businessDate)
        .<Outcome<LoanState.Approved>>map(Outcome.Refused::new)
        .orElseGet(() -> Disbursements.approved(begun))
        .then(approved -> {
          HeldLoan held =
              new HeldLoan(begun, new LoanState.Active(approved, on, approved.amount()), List.of());
          RecordedEvent event =
              disbursements.event(caller, on, new Happening.Disbursement(approved.amount()));
          return recording
              .foresee(held, event, businessDate)
              .map(recorded -> {
                Loan loan = recorded.loan();
                FrozenSchedule contract =
                    new FrozenSchedule(
                        FrozenSchedule.Kind.CONTRACT,
                        on,
                        Schedule.of(loan.terms(), on, loan.principal()));
                return new Planned(
                    List.of(quote(begun, draft), contract),
                    event,
                    Step.of(held, recorded),
                    loan,
                    List.of(applied(begun), paidOut(loan, on)));
              });
        });
  }

  private static Outcome<Planned> marked(Commands.TakeOver command, Planned planned) {
    Commands.Default mark = command.inDefault();
    if (mark == null || !(planned.loan().state() instanceof LoanState.Active)) {
      return new Outcome.Done<>(planned);
    }
    return DefaultRules.mayMark(planned.loan(), mark.defaulted())
        .<Outcome<Planned>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(planned.marked(mark.reason())));
  }

  private static FrozenSchedule quote(Loan begun, Applications.Draft draft) {
    return new FrozenSchedule(FrozenSchedule.Kind.QUOTE, begun.application().on(), draft.quote());
  }

  private static Deed applied(Loan begun) {
    return new Deed(
        "loan.apply", Applications.subject(begun), null, Applications.shown(begun), null);
  }

  private static Deed taken(Loan loan, OpeningPosition position) {
    return new Deed(
        "loan.open", Applications.subject(loan), null, Openings.shown(loan, position), null);
  }

  private static Deed paidOut(Loan loan, LocalDate on) {
    return new Deed(
        "loan.disburse",
        Applications.subject(loan),
        Map.of("status", LoanStatus.APPROVED),
        Disbursements.shown(loan, on),
        null);
  }
}
