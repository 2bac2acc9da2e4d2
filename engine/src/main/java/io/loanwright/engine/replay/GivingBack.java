package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money that becomes owed again: payments charged back, and excess that was paid out. */
final class GivingBack {

  private final Book book;
  private final Map<UUID, Tally> chargedBack = new HashMap<>();
  private final Map<UUID, Long> takenBack = new HashMap<>();

  GivingBack(Book book) {
    this.book = book;
  }

  void chargeBack(LoanEvent.ChargedBack event) {
    Posting payment =
        book.postings.stream()
            .filter(posting -> posting.event.equals(event.payment()) && posting.kind.isMoneyIn())
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Rule.TARGET_UNKNOWN, "payment", "There is no such payment to charge back."));
    requireTaken(payment, event.amount().minor());
    book.countOverdue(event.on());
    Posting entry =
        new Posting(event.id(), EntryKind.CHARGEBACK, event.on(), event.amount().minor());
    Tally parts = partsOf(payment, event.amount().minor());
    if (book.recalculates()) {
      creditPlan(parts, event.on());
    } else {
      creditInstallment(parts, event.on());
    }
    for (Part part : Tally.PARTS) {
      entry.note(part, parts.of(part));
    }
    book.postings.add(entry);
    new Receiving(book).coverFromExcess(entry);
    book.closeIfNothingIsOwed(event.on());
  }

  private void requireTaken(Posting payment, long minor) {
    long left = payment.amount - takenBack.getOrDefault(payment.event, 0L);
    if (minor > left) {
      throw new Refused(
          Rule.MORE_THAN_THERE_IS,
          "amount",
          "Only %s %s of the payment can be charged back."
              .formatted(new Money(left, book.currency).toDecimalString(), book.currency.code()));
    }
    takenBack.merge(payment.event, minor, Math::addExact);
  }

  /** Returns which parts of a payment come back: all principal, or in the order agreed. */
  private Tally partsOf(Posting payment, long minor) {
    Tally parts = new Tally();
    List<Part> order = book.terms.servicing().chargebackOrder();
    if (order.isEmpty()) {
      parts.add(Part.PRINCIPAL, minor);
      return parts;
    }
    Tally before = chargedBack.computeIfAbsent(payment.event, _ -> new Tally());
    long left = minor;
    for (Part part : order) {
      long share = Math.min(left, payment.part(part) - before.of(part));
      parts.add(part, share);
      left -= share;
    }
    before.addAll(parts);
    return parts;
  }

  private void creditPlan(Tally parts, LocalDate on) {
    if (on.isAfter(book.plan().maturity())) {
      ask(book.additionalDue(on), parts, on);
      return;
    }
    book.plan().credit(on, parts.of(Part.PRINCIPAL), parts.of(Part.INTEREST));
    book.takeFromPlan(on);
    InstallmentAccount account = inProgress(on);
    account.askMore(Part.FEE, parts.of(Part.FEE));
    account.askMore(Part.PENALTY, parts.of(Part.PENALTY));
    account.noteCompletion(on);
  }

  private void creditInstallment(Tally parts, LocalDate on) {
    ask(inProgress(on), parts, on);
  }

  /** Returns the installment that a day falls into; a due date starts the next one. */
  private InstallmentAccount inProgress(LocalDate on) {
    InstallmentAccount last = null;
    for (InstallmentAccount account : book.ordinary()) {
      last = account;
      if (account.dueOn.isAfter(on)) {
        return account;
      }
    }
    if (last != null && last.dueOn.equals(on) && book.additional() == null) {
      return last;
    }
    return book.additionalDue(on);
  }

  private static void ask(InstallmentAccount account, Tally parts, LocalDate on) {
    for (Part part : Tally.PARTS) {
      account.askMore(part, parts.of(part));
    }
    account.credit(parts.of(Part.PRINCIPAL));
    account.noteCompletion(on);
  }

  /**
   * Pays excess out. What is not excess, because it was used since, is owed as principal; the part
   * that is excess is put in and taken out again so that the figures of the installment show it.
   */
  void refundExcess(LoanEvent.ExcessRefunded event) {
    book.countOverdue(event.on());
    long amount = event.amount().minor();
    Posting entry = new Posting(event.id(), EntryKind.EXCESS_REFUND, event.on(), amount);
    long fromExcess = Math.min(amount, book.excess);
    long owed = amount - fromExcess;
    book.excess -= fromExcess;
    entry.setExcess(fromExcess);
    if (owed > 0) {
      creditPrincipal(amount, fromExcess, event.on());
      entry.note(Part.PRINCIPAL, owed);
    }
    book.postings.add(entry);
    book.closeIfNothingIsOwed(event.on());
  }

  private void creditPrincipal(long amount, long repaid, LocalDate on) {
    InstallmentAccount account = inProgress(on);
    if (book.recalculates() && !account.isAdditional() && !on.isAfter(book.plan().maturity())) {
      book.plan().credit(on, amount, 0);
      book.takeFromPlan(on);
      if (repaid > 0 && book.follows()) {
        book.plan().payPrincipal(account.fromOn, account.dueOn, on, repaid);
        book.takeFromPlan(on);
      }
    } else {
      account.askMore(Part.PRINCIPAL, amount);
      account.credit(amount);
    }
    account.pay(Part.PRINCIPAL, repaid, on);
    account.noteCompletion(on);
  }
}
