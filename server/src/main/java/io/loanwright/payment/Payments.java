package io.loanwright.payment;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Person;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.Repaid;
import io.loanwright.loan.RepaymentRule;
import io.loanwright.loan.TakenBack;
import io.loanwright.payment.store.PaymentStore;
import io.loanwright.payment.store.ReceiptStore;
import io.loanwright.together.NotShared;
import io.loanwright.together.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with payments.
 *
 * <p>Commands answer with what came of them or with the rule that forbids it. Commands on one loan
 * wait for each other; on two loans never.
 */
@Component
public class Payments {

  private final Loans loans;
  private final PaymentStore payments;
  private final ReceiptStore receipts;
  private final CounterRules counter;
  private final AuditTrail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Consumer<List<UUID>> publisher = this::publish;
  private final Consumer<List<UUID>> settled = this::publishSettled;

  Payments(
      Loans loans,
      PaymentStore payments,
      ReceiptStore receipts,
      CounterRules counter,
      AuditTrail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.loans = loans;
    this.payments = payments;
    this.receipts = receipts;
    this.counter = counter;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Locks those of some loans that nobody has locked, for payments of one transaction, and reads
   * what these need.
   */
  public Set<UUID> lockFree(Set<UUID> loanIds) {
    Set<UUID> locked = loans.lockFree(loanIds);
    receipts.readAhead(locked);
    return locked;
  }

  /**
   * Takes a payment on a loan and writes its receipt.
   *
   * <p>In the caller's transaction, where there is one. What is refused has written nothing.
   */
  @Transactional(noRollbackFor = NotShared.class)
  public Outcome<PaymentTaken> take(Caller caller, UUID loanId, Commands.Repay command) {
    return take(caller, loanId, command, rule(caller, command)).map(this::told);
  }

  private PaymentTaken told(PaymentTaken taken) {
    Loan loan = taken.repaid().loan();
    if (loan.state() instanceof LoanState.Closed) {
      Rows.add(settled, loan.id());
    }
    return taken;
  }

  /** Takes a payment over from another system, which has its own rules about amounts. */
  @Transactional
  public Outcome<PaymentTaken> takeOver(Caller caller, UUID loanId, Commands.Repay command) {
    return take(caller, loanId, command, RepaymentRule.NONE);
  }

  private Outcome<PaymentTaken> take(
      Caller caller, UUID loanId, Commands.Repay command, RepaymentRule rule) {
    return loans
        .repay(caller, loanId, command, rule)
        .map(repaid -> kept(Person.of(caller), command, repaid));
  }

  private PaymentTaken kept(Person by, Commands.Repay command, Repaid repaid) {
    Loan loan = repaid.loan();
    ReceiptHeading heading = receipts.heading(loan.id(), loan.parties());
    Payment payment = payment(by, command, repaid, heading.sequence(), clock.instant());
    LocalDate today = repaid.position().asOf();
    payments.insert(
        payment,
        PaidFor.of(repaid, command.on()),
        ReceiptFacts.of(heading, payment, repaid.left()),
        today);
    if (command.on().isBefore(today)) {
      Rows.add(publisher, loan.id());
    }
    return new PaymentTaken(repaid, payment.receipt());
  }

  /** Once for all payments that share a transaction. */
  private void publish(List<UUID> loanIds) {
    events.publishEvent(new PaymentsOfThePast(Set.copyOf(loanIds)));
  }

  private void publishSettled(List<UUID> loanIds) {
    events.publishEvent(new LoansSettled(Set.copyOf(loanIds)));
  }

  static Payment payment(
      Person by, Commands.Repay command, Repaid repaid, int receipt, Instant at) {
    Loan loan = repaid.loan();
    return new Payment(
        command.eventId(),
        new Payment.PaidLoan(loan.id(), loan.number(), loan.parties()),
        ReceiptNumber.of(loan.number(), receipt),
        new Payment.Tender(
            repaid.amount(),
            command.on(),
            command.channel(),
            command.reference(),
            command.targetInstallment()),
        repaid.split(),
        new Payment.Taken(by, at),
        null);
  }

  /** Says what a payment would do; nothing is kept. */
  public Outcome<Repaid> preview(Caller caller, UUID loanId, Commands.Repay command) {
    return loans.previewRepayment(caller, loanId, command, rule(caller, command));
  }

  private RepaymentRule rule(Caller caller, Commands.Repay command) {
    return foreseen -> counter.refusal(caller, command.channel(), foreseen);
  }

  /** Takes a payment back from a day on, in the caller's transaction, where there is one. */
  @Transactional
  public Outcome<Loan> reverse(Caller caller, UUID paymentId, Commands.Reverse command) {
    Optional<Payment> payment = find(paymentId, caller.reach(Permission.PAYMENT_REVERSE));
    if (payment.isEmpty()) {
      return new Outcome.Refused<>(new Refusal.EventUnknown());
    }
    Outcome<TakenBack> back = loans.reverse(caller, payment.get().loan().id(), paymentId, command);
    return back instanceof Outcome.Refused<TakenBack>(Refusal.WalletOverdrawn overdrawn)
        ? new Outcome.Refused<>(excessSpent(caller, payment.get(), overdrawn))
        : back.map(done -> reversed(Person.of(caller), paymentId, command.reason(), done));
  }

  /** Says which payments have to be taken back before, of those that the caller reaches. */
  private Refusal excessSpent(Caller caller, Payment payment, Refusal.WalletOverdrawn overdrawn) {
    WalletSpending spent =
        payments.newestFromWallet(
            payment.loan().parties().borrowerId(),
            overdrawn.missing(),
            caller.reach(Permission.PAYMENT_REVERSE));
    return new Refusal.ExcessSpent(
        overdrawn.available(), overdrawn.missing(), spent.receipts(), spent.total());
  }

  private Loan reversed(Person by, UUID paymentId, String reason, TakenBack back) {
    payments.reverse(paymentId, new Payment.Reversal(by, clock.instant(), back.on(), reason));
    events.publishEvent(new PaymentsOfThePast(Set.of(back.loan().id())));
    return back.loan();
  }

  /** Returns a payment within a reach. */
  public Optional<Payment> find(UUID paymentId, Reach reach) {
    return payments.find(paymentId, reach).map(PaymentLine::payment);
  }

  /**
   * Prints the receipt of a payment, which is counted: from the second time on it is a copy. Who
   * looks at the page and saves the paper within a minute has printed it once.
   */
  @Transactional
  public Optional<Receipt> print(Caller caller, UUID paymentId) {
    return find(paymentId, caller.reach(Permission.RECEIPT_PRINT))
        .map(payment -> printed(caller, payment));
  }

  private Receipt printed(Caller caller, Payment payment) {
    ReceiptStore.Printing printing = receipts.print(payment.id(), caller.userId(), clock.instant());
    if (!printing.isSame()) {
      trail.record(
          caller,
          "receipt.print",
          new Subject("payment", payment.id(), payment.receipt().text()),
          null,
          Map.of("printing", printing.printing()),
          null);
    }
    return new Receipt(printing.facts(), printing.printing(), payment);
  }
}
