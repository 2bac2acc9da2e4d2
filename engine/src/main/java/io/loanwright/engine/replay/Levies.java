package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.schedule.Charging;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import java.time.LocalDate;

/** Charges that are laid on a loan and given up again. */
final class Levies {

  private final Book book;

  Levies(Book book) {
    this.book = book;
  }

  void add(LoanEvent.ChargeAdded event) {
    InstallmentAccount account = installmentOf(event.dueOn());
    Levy levy = new Levy(event.kind(), event.dueOn(), event.amount().minor(), account);
    book.levies.put(event.id(), levy);
    account.askMore(levy.part(), levy.minor());
    account.noteCompletion(event.countsOn());
    new Receiving(book).useExcess(event.countsOn());
    book.closeIfNothingIsOwed(event.countsOn());
  }

  private InstallmentAccount installmentOf(LocalDate dueOn) {
    InstallmentAccount holding = book.accountHolding(dueOn);
    if (holding != null) {
      return holding;
    }
    InstallmentAccount first =
        book.accounts.stream()
            .filter(account -> !account.isDownPayment())
            .findFirst()
            .orElseThrow();
    return dueOn.isBefore(first.fromOn) ? first : book.additionalDue(dueOn);
  }

  void waive(LoanEvent.ChargeWaived event) {
    if (LatePenalty.isId(event.charge())) {
      waiveLatePenalty(event);
      return;
    }
    Levy levy = book.levies.get(event.charge());
    if (levy == null) {
      throw new Refused(
          Rule.TARGET_UNKNOWN,
          "charge",
          "There is no such charge to waive; if it was waived, take the waiver back first.");
    }
    long unpaid = Math.min(levy.minor(), levy.account().owed(levy.part()));
    levy.account().waive(levy.part(), unpaid);
    levy.account().noteCompletion(event.on());
    book.postings.add(new Posting(event.id(), EntryKind.CHARGE_WAIVED, event.on(), unpaid));
    book.closeIfNothingIsOwed(event.on());
  }

  /** Gives a penalty for lateness up; does nothing where it was never laid, or is no longer. */
  private void waiveLatePenalty(LoanEvent.ChargeWaived event) {
    Lateness.Laid penalty = book.lateness == null ? null : book.lateness.find(event.charge());
    if (penalty == null) {
      return;
    }
    long unpaid = penalty.waive();
    penalty.account().noteCompletion(event.on());
    book.postings.add(new Posting(event.id(), EntryKind.CHARGE_WAIVED, event.on(), unpaid));
    book.closeIfNothingIsOwed(event.on());
  }

  /** Works out again the fees of each installment that depend on its principal or interest. */
  void renewInstallmentFees() {
    if (book.recalculates() && book.interestBearing) {
      return;
    }
    boolean depends =
        book.terms.charges().stream()
            .anyMatch(charge ->
                charge.timing() == ChargeTiming.EACH_INSTALLMENT
                    && charge.basis() != ChargeBasis.FIXED);
    for (InstallmentAccount account : book.ordinary()) {
      if (depends && !account.isSettled()) {
        account.ask(Part.FEE, charged(account, ChargeKind.FEE));
        account.ask(Part.PENALTY, charged(account, ChargeKind.PENALTY));
      }
    }
  }

  /** Returns all charges of one kind that go with an installment. */
  private long charged(InstallmentAccount account, ChargeKind kind) {
    long sum = kind == ChargeKind.PENALTY ? account.latePenalties : 0;
    for (Levy levy : book.levies.values()) {
      if (levy.account() == account && levy.kind() == kind) {
        sum = Math.addExact(sum, levy.minor());
      }
    }
    for (ChargeTerms charge : book.terms.charges()) {
      if (charge.timing() == ChargeTiming.EACH_INSTALLMENT && charge.kind() == kind) {
        long minor =
            Charging.amount(
                charge, account.asked(Part.PRINCIPAL), account.asked(Part.INTEREST), book.currency);
        sum = Math.addExact(sum, minor);
      }
    }
    return sum;
  }
}
