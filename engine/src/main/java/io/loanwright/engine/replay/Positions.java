package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
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

  Positions(Book book) {
    this.book = book;
  }

  LoanPosition at(LocalDate asOf) {
    Split payoff =
        book.closedOn != null || !book.isDisbursed()
            ? Split.zero(book.currency)
            : new Payoff(book, asOf).split();
    LocalDate closedOn = book.closedOn;
    return new LoanPosition(
        asOf,
        phase(),
        new Money(book.disbursed(), book.currency),
        book.atDisbursement,
        installments(asOf),
        book.postings.stream()
            .filter(posting -> posting.kind.isMoneyIn())
            .map(posting -> posting.allocation(book.accounts, book.currency))
            .toList(),
        entries(),
        payoff,
        arrears(asOf),
        nextDue(asOf),
        closedOn == null ? null : new Closure(closedOn, book.accounts.getLast().dueOn),
        new Money(book.excess, book.currency));
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(book.postings.size());
    long principal = 0;
    for (Posting posting : book.postings) {
      long after = Math.max(0, principal + posting.principalChange());
      entries.add(posting.entry(posting.kind.spreads() ? principal : after, book.currency));
      principal = posting.kind.movesOnly() ? principal : after;
    }
    return entries;
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
    List<Tranche> out = new ArrayList<>(book.tranches);
    long balance = 0;
    for (int i = 0; i < book.accounts.size(); i++) {
      InstallmentAccount account = book.accounts.get(i);
      balance += outUntil(out, account);
      balance = Math.max(0, balance + account.creditedPrincipal() - account.asked(Part.PRINCIPAL));
      InstallmentStatus status =
          book.closedOn != null && account.completedOn() == null
              ? InstallmentStatus.PAID
              : account.status(asOf);
      rows.add(account.position(i + 1, balance, status, book.currency));
    }
    return rows;
  }

  /** Takes the tranches that went out before an installment falls due. */
  private static long outUntil(List<Tranche> out, InstallmentAccount account) {
    long sum = 0;
    while (!out.isEmpty() && isOut(out.getFirst(), account)) {
      sum += out.removeFirst().minor();
    }
    return sum;
  }

  private static boolean isOut(Tranche tranche, InstallmentAccount account) {
    return account.isDownPayment()
        ? !tranche.on().isAfter(account.dueOn)
        : tranche.on().isBefore(account.dueOn);
  }

  private Arrears arrears(LocalDate asOf) {
    Split overdue = Split.zero(book.currency);
    LocalDate since = null;
    for (InstallmentAccount account : book.accounts) {
      if (account.dueOn.isBefore(asOf) && !account.isSettled()) {
        since = since == null || account.dueOn.isBefore(since) ? account.dueOn : since;
        overdue = overdue.plus(account.owedSplit(book.currency));
      }
    }
    return Arrears.since(since, asOf, overdue);
  }

  private @Nullable NextDue nextDue(LocalDate asOf) {
    for (InstallmentAccount account : book.accounts) {
      if (!account.dueOn.isBefore(asOf) && !account.isSettled()) {
        return new NextDue(account.dueOn, new Money(account.owed(), book.currency));
      }
    }
    return null;
  }
}
