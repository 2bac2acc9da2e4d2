package io.loanwright.engine.replay;

import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is owed falls due on a day: the installment in progress takes the ones after it. */
final class Acceleration {

  private final Book book;
  private final LocalDate on;

  Acceleration(Book book, LocalDate on) {
    this.book = book;
    this.on = on;
  }

  void accelerate() {
    InstallmentAccount current = book.accountHolding(on);
    if (current == null || !on.isBefore(book.ordinary().getLast().dueOn)) {
      return;
    }
    long interest =
        book.follows() || current.owed(Part.INTEREST) > 0
            ? interestUntilNow(current)
            : current.asked(Part.INTEREST);
    current.ask(Part.INTEREST, interest);
    current.dueOn = on;
    List<InstallmentAccount> later =
        book.accounts.stream().filter(account -> account.dueOn.isAfter(on)).toList();
    Tally charges = new Tally();
    for (InstallmentAccount account : later) {
      takeOver(current, account, charges);
    }
    book.accounts.removeAll(later);
    LocalDate lastCharge = lastChargeDue();
    if (!charges.isZero() && lastCharge != null) {
      InstallmentAccount rest = new InstallmentAccount(InstallmentKind.ADDITIONAL, on, lastCharge);
      rest.ask(Part.FEE, charges.of(Part.FEE));
      rest.ask(Part.PENALTY, charges.of(Part.PENALTY));
      book.accounts.add(rest);
    }
    current.noteCompletion(on);
  }

  /** Takes the principal of an installment that falls away, with what was paid of it. */
  private static void takeOver(
      InstallmentAccount current, InstallmentAccount account, Tally charges) {
    Tally paid = new Tally();
    long inAdvance = account.handOverPayments(paid);
    charges.add(Part.FEE, account.asked(Part.FEE));
    charges.add(Part.PENALTY, account.asked(Part.PENALTY));
    current.askMore(Part.PRINCIPAL, account.asked(Part.PRINCIPAL) + paid.sum());
    Tally asPrincipal = new Tally();
    asPrincipal.add(Part.PRINCIPAL, paid.sum());
    current.takeOverPayments(asPrincipal, inAdvance);
  }

  private @Nullable LocalDate lastChargeDue() {
    return book.levies.values().stream()
        .filter(levy -> levy.account().owed(levy.part()) > 0)
        .map(Levy::dueOn)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private long interestUntilNow(InstallmentAccount current) {
    if (!book.follows()) {
      long paid = current.asked(Part.INTEREST) - current.owed(Part.INTEREST);
      return paid + InterestStop.shareUntil(current, on);
    }
    return book.plan().interestUntil(current.fromOn, current.dueOn, on);
  }
}
