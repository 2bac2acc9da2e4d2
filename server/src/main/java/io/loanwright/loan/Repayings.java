package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail.Deed;
import io.loanwright.loan.Recording.Recorded;
import io.loanwright.loan.RecordingTogether.Gathered;
import io.loanwright.loan.RecordingTogether.Step;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes repayments over by the thousand, by the rules by which {@link Loans} takes one without a
 * rule about its amount.
 *
 * <p>The loans are locked and read together; then each is worked out, event by event, on all cores.
 * What all of them come to is written in few statements: a loan's row and its installments once,
 * however many repayments it got.
 */
@Component
public class Repayings {

  private static final long MOST_INSTALLMENTS = 80_000;

  private final Stores stores;
  private final Repayments repayments;
  private final Recording recording;
  private final RecordingTogether together;
  private final Organization organization;

  Repayings(
      Stores stores,
      Repayments repayments,
      Recording recording,
      RecordingTogether together,
      Organization organization) {
    this.stores = stores;
    this.repayments = repayments;
    this.recording = recording;
    this.together = together;
    this.organization = organization;
  }

  /** A repayment that was worked out, with what it was asked by. */
  private record Taken(Commands.Repay command, Step step) {}

  /** What came of the repayments of a loan, in their order. */
  private record Paid(List<Outcome<Repaid>> outcomes, List<Taken> taken) {}

  /**
   * Takes repayments in their order, in the caller's transaction.
   *
   * @return what came of each, in the same order
   * @throws NotTogether if they have to be taken one by one; nothing is written then
   * @throws TooManyTogether if they have to be fewer; nothing is written then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome<Repaid>> repay(Caller caller, List<Commands.RepayLoan> commands) {
    Map<UUID, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < commands.size(); i++) {
      places.computeIfAbsent(commands.get(i).loanId(), _ -> new ArrayList<>()).add(i);
    }
    Map<UUID, Loan> loans =
        stores.loans().lockAll(places.keySet(), caller.reach(Permission.PAYMENT_RECORD)).stream()
            .collect(Collectors.toMap(Loan::id, Function.identity()));
    bound(commands, loans);
    Map<UUID, List<RecordedEvent>> events = stores.events().of(loans.values());
    LocalDate businessDate = organization.businessDate();
    List<Map.Entry<UUID, List<Integer>>> each = List.copyOf(places.entrySet());
    List<Paid> paid =
        each.parallelStream()
            .map(entry -> {
              UUID id = entry.getKey();
              return repay(
                  caller,
                  loans.get(id),
                  events.getOrDefault(id, List.of()),
                  entry.getValue().stream().map(i -> commands.get(i).repay()).toList(),
                  businessDate);
            })
            .toList();
    Map<Integer, Outcome<Repaid>> outcomes = new HashMap<>();
    for (int i = 0; i < each.size(); i++) {
      List<Integer> own = each.get(i).getValue();
      for (int j = 0; j < own.size(); j++) {
        outcomes.put(own.get(j), paid.get(i).outcomes().get(j));
      }
    }
    write(caller, paid);
    List<Outcome<Repaid>> inOrder = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      inOrder.add(Objects.requireNonNull(outcomes.get(i)));
    }
    return inOrder;
  }

  /** Each repayment has the loan's installments before it and after it in memory. */
  private static void bound(List<Commands.RepayLoan> commands, Map<UUID, Loan> loans) {
    long installments = 0;
    for (Commands.RepayLoan command : commands) {
      Loan loan = loans.get(command.loanId());
      installments += loan == null ? 0 : loan.terms().repayment().calendar().repayments();
    }
    if (installments > MOST_INSTALLMENTS && commands.size() > 1) {
      throw new TooManyTogether(installments);
    }
  }

  private Paid repay(
      Caller caller,
      @Nullable Loan locked,
      List<RecordedEvent> known,
      List<Commands.Repay> commands,
      LocalDate businessDate) {
    List<Outcome<Repaid>> outcomes = new ArrayList<>();
    List<Taken> taken = new ArrayList<>();
    if (locked == null) {
      commands.forEach(_ -> outcomes.add(new Outcome.Refused<>(new Refusal.LoanUnknown())));
      return new Paid(outcomes, taken);
    }
    Loan loan = locked;
    List<RecordedEvent> events = new ArrayList<>(known);
    for (Commands.Repay command : commands) {
      Outcome<Step> outcome = step(caller, loan, List.copyOf(events), command, businessDate);
      if (outcome instanceof Outcome.Done<Step>(Step step)) {
        taken.add(new Taken(command, step));
        events.add(step.recorded().event());
        loan = step.recorded().loan();
      }
      outcomes.add(outcome.map(step -> Repayments.repaid(command, step.recorded())));
    }
    return new Paid(outcomes, taken);
  }

  private Outcome<Step> step(
      Caller caller,
      Loan loan,
      List<RecordedEvent> events,
      Commands.Repay command,
      LocalDate businessDate) {
    return repayments
        .offer(caller, loan, () -> events, command, businessDate)
        .then(offer ->
            recording
                .foresee(offer.held(), offer.event(), businessDate)
                .map(recorded -> Step.of(offer.held(), recorded)));
  }

  private void write(Caller caller, List<Paid> paid) {
    Gathered gathered = new Gathered();
    for (Paid loan : paid) {
      Map<UUID, EventSplit> splits = new LinkedHashMap<>();
      for (Taken taken : loan.taken()) {
        together.gather(gathered, taken.step());
        taken.step().splits().forEach(split -> splits.put(split.eventId(), split));
        Recorded recorded = taken.step().recorded();
        gathered.deed(
            new Deed(
                "loan.repay",
                Applications.subject(recorded.loan()),
                null,
                Repayments.shown(taken.command(), recorded),
                null));
      }
      if (!loan.taken().isEmpty()) {
        Step last = loan.taken().getLast().step();
        gathered
            .rows()
            .keep(
                last.recorded().loan(),
                loan.taken().size(),
                together.rows(gathered, last),
                List.copyOf(splits.values()));
      }
    }
    together.write(caller, gathered);
  }
}
