package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Book.Standing;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.UUID;

/** The lender stops expecting to be paid, ends the contract, or gives up what is owed. */
final class Ending {

  private final Book book;

  Ending(Book book) {
    this.book = book;
  }

  void chargeOff(LoanEvent.ChargedOff event) {
    book.countOverdue(event.on());
    if (!book.isSettled()) {
      switch (book.terms.servicing().chargeOff()) {
        case NONE -> {}
        case INTEREST_STOPS -> new InterestStop(book, event.on()).stop();
        case ALL_DUE -> new Acceleration(book, event.on()).accelerate();
      }
    }
    if (noteOwed(event.id(), EntryKind.CHARGE_OFF, event.on())) {
      book.standing = Standing.CHARGED_OFF;
    }
  }

  void terminate(LoanEvent.Terminated event) {
    book.countOverdue(event.on());
    if (!book.isSettled()) {
      new Acceleration(book, event.on()).accelerate();
    }
    if (noteOwed(event.id(), EntryKind.TERMINATION, event.on())) {
      book.standing = Standing.TERMINATED;
    }
  }

  /** Notes all that is owed as the amount of an event; false where nothing is. */
  private boolean noteOwed(UUID id, EntryKind kind, LocalDate on) {
    long total = 0;
    for (Part part : Tally.PARTS) {
      total = Math.addExact(total, book.owed(part));
    }
    Posting entry = new Posting(id, kind, on, total);
    for (Part part : Tally.PARTS) {
      entry.note(part, book.owed(part));
    }
    if (total > 0) {
      book.postings.add(entry);
    }
    return total > 0;
  }

  void writeOff(LoanEvent.WrittenOff event) {
    book.countOverdue(event.on());
    Tally owed = new Payoff(book, event.on()).parts();
    if (!owed.isZero()) {
      book.claim = new Claim(event.id(), event.on(), owed);
    }
    noteOwed(event.id(), EntryKind.WRITE_OFF, event.on());
    for (InstallmentAccount account : book.accounts) {
      for (Part part : Tally.PARTS) {
        account.waive(part, account.owed(part));
      }
      account.noteCompletion(event.on());
    }
    book.standing = Standing.WRITTEN_OFF;
    book.closeIfNothingIsOwed(event.on());
  }
}
