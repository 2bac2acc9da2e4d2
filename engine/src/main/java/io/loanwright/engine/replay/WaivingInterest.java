package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;

/**
 * Interest that the lender gives up: that of the oldest installments first, and never more than
 * what pays the loan off on the day. Interest that is born later is owed as before.
 */
final class WaivingInterest {

  private final Book book;

  WaivingInterest(Book book) {
    this.book = book;
  }

  void waive(LoanEvent.InterestWaived event) {
    LocalDate on = event.on();
    book.countOverdue(on);
    long most = Math.min(event.amount().minor(), new Payoff(book, on).parts().of(Part.INTEREST));
    Posting entry = new Posting(event.id(), EntryKind.INTEREST_WAIVED, on, 0);
    for (InstallmentAccount account : book.accounts) {
      long given = Math.min(most - entry.amount, account.owed(Part.INTEREST));
      if (given > 0) {
        account.waive(Part.INTEREST, given);
        entry.note(account, Part.INTEREST, given);
        entry.amount += given;
        tellPlan(account, on, given);
        account.noteCompletion(on);
      }
    }
    book.postings.add(entry);
    book.closeIfNothingIsOwed(on);
  }

  /** To a plan that follows payments it is as if the interest were paid: it is owed no more. */
  private void tellPlan(InstallmentAccount account, LocalDate on, long minor) {
    if (book.follows() && account.isOrdinary() && !account.dueOn.isAfter(book.plan().maturity())) {
      book.plan().payInterest(account.fromOn, account.dueOn, on, minor);
      book.takeFromPlan(on);
    }
  }
}
