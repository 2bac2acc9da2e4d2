package io.loanwright.engine.replay;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Book.Standing;
import io.loanwright.engine.replay.Book.Tranche;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what is known of a loan into its position on a date. */
final class Positions {

  private final Book book;
  private final Mint mint;
  private final List<Entry> entries;
  private final List<Allocation> allocations;

  Positions(Book book) {
    this.book = book;
    this.mint = new Mint(book.currency);
    this.entries = new ArrayList<>(book.postings.size());
    this.allocations = new ArrayList<>(book.postings.size());
  }

  /**
   * Returns the position.
   *
   * @param payoff what pays the loan off on the date
   */
  LoanPosition at(LocalDate asOf, Tally payoff) {
    LocalDate closedOn = book.closedOn;
    requireTotalsFit(payoff);
    List<InstallmentPosition> installments = installments(asOf);
    follow();
    return new LoanPosition(
        asOf,
        phase(),
        mint.money(book.disbursed()),
        book.atDisbursement,
        installments,
        allocations,
        entries,
        mint.split(payoff),
        arrears(asOf),
        nextDue(asOf),
        closedOn == null ? null : new Closure(closedOn, book.accounts.getLast().dueOn),
        mint.money(book.excess),
        latePenalties(),
        NextChange.after(book, asOf),
        book.claim == null ? null : book.claim.givenUp(mint));
  }

  /**
   * Adds up what is asked for and paid, so that whoever does it later has sums that fit 64 bits.
   */
  private void requireTotalsFit(Tally payoff) {
    long total = payoff.sum();
    for (InstallmentAccount account : book.accounts) {
      total = Math.addExact(total, account.asked());
    }
  }

  /** Writes down every posting, and what the money that came in was used for. */
  private void follow() {
    long principal = 0;
    for (Posting posting : book.postings) {
      long after = Math.max(0, principal + posting.principalChange());
      Split split = posting.split(mint);
      entries.add(posting.entry(posting.kind.spreads() ? principal : after, split, mint));
      if (posting.kind.isMoneyIn()) {
        allocations.add(posting.allocation(book.accounts, split, mint));
      }
      principal = posting.kind.movesOnly() ? principal : after;
    }
  }

  private List<LatePenalty> latePenalties() {
    Lateness lateness = book.lateness;
    return lateness == null ? List.of() : lateness.laid(mint);
  }

  private LoanPhase phase() {
    if (!book.isDisbursed()) {
      return LoanPhase.NOT_DISBURSED;
    }
    if (book.standing == Standing.WRITTEN_OFF) {
      return LoanPhase.WRITTEN_OFF;
    }
    return book.closedOn == null ? LoanPhase.ACTIVE : LoanPhase.CLOSED;
  }

  private List<InstallmentPosition> installments(LocalDate asOf) {
    List<InstallmentPosition> rows = new ArrayList<>(book.accounts.size());
    int out = 0;
    long balance = 0;
    for (int i = 0; i < book.accounts.size(); i++) {
      InstallmentAccount account = book.accounts.get(i);
      while (out < book.tranches.size() && isOut(book.tranches.get(out), account)) {
        balance = Math.addExact(balance, book.tranches.get(out).minor());
        out++;
      }
      balance = Math.addExact(balance, account.creditedPrincipal());
      balance = Math.max(0, balance - account.asked(Part.PRINCIPAL));
      InstallmentStatus status =
          book.closedOn != null && account.completedOn() == null
              ? InstallmentStatus.PAID
              : account.status(asOf);
      rows.add(account.position(i + 1, balance, status, mint));
    }
    return rows;
  }

  /** Tells whether money went out before an installment falls due. */
  private static boolean isOut(Tranche tranche, InstallmentAccount account) {
    return account.isDownPayment()
        ? !tranche.on().isAfter(account.dueOn)
        : tranche.on().isBefore(account.dueOn);
  }

  private Arrears arrears(LocalDate asOf) {
    Tally overdue = new Tally();
    LocalDate since = null;
    for (InstallmentAccount account : book.accounts) {
      if (account.dueOn.isBefore(asOf) && !account.isSettled()) {
        since = since == null || account.dueOn.isBefore(since) ? account.dueOn : since;
        account.addOwedTo(overdue);
      }
    }
    return Arrears.since(since, asOf, mint.split(overdue));
  }

  private @Nullable NextDue nextDue(LocalDate asOf) {
    for (InstallmentAccount account : book.accounts) {
      if (!account.dueOn.isBefore(asOf) && !account.isSettled()) {
        return new NextDue(account.dueOn, mint.money(account.owed()));
      }
    }
    return null;
  }
}
