package io.loanwright.payment;

import io.loanwright.access.Caller;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Person;
import io.loanwright.loan.Repaid;
import io.loanwright.loan.Repayings;
import io.loanwright.payment.store.PaymentStore;
import io.loanwright.payment.store.ReceiptStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes payments over by the thousand, each as {@link Payments#takeOver} takes one. */
@Component
public class PaymentTakeovers {

  private final Repayings loans;
  private final PaymentStore payments;
  private final ReceiptStore receipts;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  PaymentTakeovers(
      Repayings loans,
      PaymentStore payments,
      ReceiptStore receipts,
      Clock clock,
      ApplicationEventPublisher events) {
    this.loans = loans;
    this.payments = payments;
    this.receipts = receipts;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Takes payments over in their order, in the caller's transaction.
   *
   * @return what came of each, in the same order
   * @throws io.loanwright.loan.NotTogether if they have to be taken one by one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome<Repaid>> takeOver(Caller caller, List<Commands.RepayLoan> commands) {
    List<Outcome<Repaid>> outcomes = loans.repay(caller, commands);
    Set<UUID> paid = new LinkedHashSet<>();
    for (Outcome<Repaid> outcome : outcomes) {
      if (outcome instanceof Outcome.Done<Repaid>(Repaid repaid)) {
        paid.add(repaid.loan().id());
      }
    }
    if (!paid.isEmpty()) {
      keep(Person.of(caller), commands, outcomes, receipts.headings(paid));
    }
    return outcomes;
  }

  private void keep(
      Person by,
      List<Commands.RepayLoan> commands,
      List<Outcome<Repaid>> outcomes,
      Map<UUID, ReceiptHeading> headings) {
    List<Payment> added = new ArrayList<>();
    List<PaidFor> paidFor = new ArrayList<>();
    List<ReceiptFacts> facts = new ArrayList<>();
    Map<UUID, ReceiptHeading> next = new HashMap<>(headings);
    Set<UUID> past = new LinkedHashSet<>();
    LocalDate today = LocalDate.MIN;
    for (int i = 0; i < commands.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Done<Repaid>(Repaid repaid)) {
        UUID loanId = repaid.loan().id();
        ReceiptHeading heading = Objects.requireNonNull(next.get(loanId));
        Payment payment =
            Payments.payment(
                by, commands.get(i).repay(), repaid, heading.sequence(), clock.instant());
        added.add(payment);
        paidFor.add(PaidFor.of(repaid, payment.money().on()));
        facts.add(ReceiptFacts.of(heading, payment, repaid.left()));
        next.put(loanId, heading.next());
        today = repaid.position().asOf();
        if (payment.money().on().isBefore(today)) {
          past.add(loanId);
        }
      }
    }
    payments.insertAll(added, paidFor, facts, today);
    if (!past.isEmpty()) {
      events.publishEvent(new PaymentsOfThePast(past));
    }
  }
}
