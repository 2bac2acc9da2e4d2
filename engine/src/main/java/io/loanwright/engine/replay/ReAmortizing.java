package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.List;

/** What is past due is spread over the installments to come. */
final class ReAmortizing {

  private final Book book;

  ReAmortizing(Book book) {
    this.book = book;
  }

  void reAmortize(LoanEvent.ReAmortized event) {
    LocalDate on = event.on();
    requireInstallmentsToCome(on);
    book.countOverdue(on);
    List<InstallmentAccount> late =
        book.accounts.stream().filter(account -> !account.dueOn.isAfter(on)).toList();
    long principal =
        late.stream().mapToLong(account -> account.owed(Part.PRINCIPAL)).reduce(0, Math::addExact);
    long interest = 0;
    if (book.follows()) {
      interest =
          late.stream().mapToLong(account -> account.owed(Part.INTEREST)).reduce(0, Math::addExact);
      book.plan().reAmortize(on, event.interest());
      book.takeFromPlan(on);
    } else {
      spread(on, late, principal);
    }
    Posting entry =
        new Posting(event.id(), EntryKind.RE_AMORTIZATION, on, Math.addExact(principal, interest));
    entry.note(Part.PRINCIPAL, principal);
    entry.note(Part.INTEREST, interest);
    book.postings.add(entry);
    book.closeIfNothingIsOwed(on);
  }

  private List<InstallmentAccount> toCome(LocalDate on) {
    return book.ordinary().stream().filter(account -> account.dueOn.isAfter(on)).toList();
  }

  private void requireInstallmentsToCome(LocalDate on) {
    if (toCome(on).isEmpty()) {
      throw new Refused(
          Rule.DATE_TOO_LATE,
          "on",
          "No installment falls due after %s, so that nothing can be spread over any."
              .formatted(on));
    }
  }

  private void spread(LocalDate on, List<InstallmentAccount> late, long principal) {
    for (InstallmentAccount account : late) {
      account.askMore(Part.PRINCIPAL, -account.owed(Part.PRINCIPAL));
      account.noteCompletion(on);
    }
    List<InstallmentAccount> later = toCome(on);
    Even even = Even.of(principal, later.size(), Even.multiple(book.terms));
    for (int i = 1; i <= later.size(); i++) {
      InstallmentAccount account = later.get(i - 1);
      account.askMore(Part.PRINCIPAL, even.part(i, later.size()));
      account.noteCompletion(on);
    }
    book.planStands = false;
  }
}
