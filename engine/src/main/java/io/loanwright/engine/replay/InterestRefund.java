package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Book.Standing;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.MoneyKind;
import io.loanwright.engine.terms.ServicingTerms;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Gives back the interest that refunded money bore.
 *
 * <p>It is the interest until the day of the refund, less what it would have been if all money
 * refunded so far had never been lent, less what was given back before. The loan without that money
 * is followed anew: what was refunded is repaid on the day on which it went out. It keeps its own
 * schedule, where the loan's was made anew for what was owed.
 *
 * <p>Source: found from the conformance cases ("Interest Refund").
 */
final class InterestRefund {

  private final Book book;
  private final List<LoanEvent> history;

  InterestRefund(Book book, List<LoanEvent> history) {
    this.book = book;
    this.history = history;
  }

  void give(LoanEvent.Credited refund) {
    if (!book.interestBearing || !book.recalculates()) {
      return;
    }
    long minor =
        book.standing == Standing.CHARGED_OFF ? allInterest() : interestOfRefunded(refund.on());
    if (minor <= 0) {
      return;
    }
    book.interestRefunded += minor;
    Posting money = new Posting(idFor(refund), EntryKind.INTEREST_REFUND, refund.on(), minor);
    new Receiving(book).receive(money, MoneyKind.INTEREST_REFUND, null);
  }

  private long interestOfRefunded(LocalDate on) {
    long borne = book.plan().interestDueOn(on);
    long without = withoutRefunded(on).interestDueOn(on);
    return borne - book.interestRefunded - without;
  }

  /** A loan that is charged off gives back all interest that its installments ask for. */
  private long allInterest() {
    return book.accounts.stream()
        .mapToLong(account -> account.asked(Part.INTEREST))
        .reduce(0, Math::addExact);
  }

  /** Returns an identifier that is the same in every replay. */
  private static UUID idFor(LoanEvent.Credited refund) {
    return UUID.nameUUIDFromBytes((refund.id() + " interest").getBytes(StandardCharsets.UTF_8));
  }

  private Course withoutRefunded(LocalDate on) {
    long refunded = 0;
    for (LoanEvent event : history) {
      refunded =
          Math.addExact(
              refunded, isRefund(event) ? ((LoanEvent.Credited) event).amount().minor() : 0);
    }
    ServicingTerms servicing = book.terms.servicing();
    List<LoanEvent> events = new ArrayList<>();
    for (LoanEvent event : history) {
      if (!isRefund(event) && !makesNewSchedule(event)) {
        events.add(event);
      }
      if (event instanceof LoanEvent.Disbursed out && refunded > 0) {
        Money back = new Money(Math.min(refunded, out.amount().minor()), book.currency);
        events.add(new LoanEvent.Repaid(idOf(out), out.on(), out.sequence(), back, null));
        refunded -= back.minor();
      }
    }
    return Course.of(
        book.terms.withServicing(
            new ServicingTerms(
                servicing.tranche(), servicing.chargeOff(), Set.of(), servicing.chargebackOrder())),
        events,
        on);
  }

  private static UUID idOf(LoanEvent.Disbursed out) {
    return UUID.nameUUIDFromBytes((out.id() + " unlent").getBytes(StandardCharsets.UTF_8));
  }

  private static boolean makesNewSchedule(LoanEvent event) {
    return event instanceof LoanEvent.ReAged || event instanceof LoanEvent.ReAmortized;
  }

  private boolean isRefund(LoanEvent event) {
    return event instanceof LoanEvent.Credited credit
        && book.terms.servicing().interestRefundedFor().contains(credit.kind());
  }
}
