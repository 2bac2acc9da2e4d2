package io.loanwright.engine.replay;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An installment while events are followed: what it asks for and what came in, in minor units. */
final class InstallmentAccount {

  final InstallmentKind kind;
  LocalDate fromOn;
  LocalDate dueOn;
  private final Tally asked = new Tally();
  private final Tally paid = new Tally();
  private final Tally waived = new Tally();
  private long paidInAdvance;
  private long paidLate;
  private @Nullable LocalDate completedOn;

  InstallmentAccount(Installment row) {
    this.kind = row.kind();
    this.fromOn = row.fromOn();
    this.dueOn = row.dueOn();
    ask(Part.PRINCIPAL, row.principal().minor());
    ask(Part.INTEREST, row.interest().minor());
    ask(Part.FEE, row.fees().minor());
    ask(Part.PENALTY, row.penalties().minor());
  }

  long asked(Part part) {
    return asked.of(part);
  }

  long paid(Part part) {
    return paid.of(part);
  }

  long owed(Part part) {
    return asked.of(part) - paid.of(part) - waived.of(part);
  }

  long owed() {
    long sum = 0;
    for (Part part : Part.values()) {
      sum = Math.addExact(sum, owed(part));
    }
    return sum;
  }

  boolean isSettled() {
    return owed() == 0;
  }

  /** Changes what the installment asks for; never below what was paid or waived. */
  void ask(Part part, long minor) {
    asked.set(part, Math.max(minor, Math.addExact(paid.of(part), waived.of(part))));
  }

  /**
   * Takes a payment for one part.
   *
   * @return what was taken, at most what is owed
   */
  long pay(Part part, long offered, LocalDate on) {
    long taken = Math.min(offered, owed(part));
    if (taken <= 0) {
      return 0;
    }
    paid.add(part, taken);
    if (on.isBefore(dueOn)) {
      paidInAdvance += taken;
    } else if (on.isAfter(dueOn)) {
      paidLate += taken;
    }
    return taken;
  }

  /** Notes the day from which nothing is owed, or that something is owed again. */
  void noteCompletion(LocalDate on) {
    if (!isSettled()) {
      completedOn = null;
    } else if (completedOn == null) {
      completedOn = on;
    }
  }

  @Nullable LocalDate completedOn() {
    return completedOn;
  }

  Split owedSplit(Currency currency) {
    return Split.ofMinor(
        owed(Part.PRINCIPAL), owed(Part.INTEREST), owed(Part.FEE), owed(Part.PENALTY), currency);
  }

  boolean isTouched() {
    return !paid.isZero() || !waived.isZero();
  }

  InstallmentPosition position(
      int number, long balanceAfter, InstallmentStatus status, Currency currency) {
    Installment row =
        new Installment(
            number,
            kind,
            fromOn,
            dueOn,
            asked.toSplit(currency),
            new Money(balanceAfter, currency));
    return new InstallmentPosition(
        row,
        paid.toSplit(currency),
        waived.toSplit(currency),
        new Money(paidInAdvance, currency),
        new Money(paidLate, currency),
        completedOn,
        status);
  }

  InstallmentStatus status(LocalDate asOf) {
    if (!isSettled()) {
      if (dueOn.isBefore(asOf)) {
        return InstallmentStatus.OVERDUE;
      }
      if (dueOn.equals(asOf)) {
        return InstallmentStatus.DUE;
      }
      return isTouched() ? InstallmentStatus.PARTIAL : InstallmentStatus.UPCOMING;
    }
    if (!waived.isZero()) {
      return InstallmentStatus.WAIVED;
    }
    if (completedOn == null) {
      return dueOn.isAfter(asOf) ? InstallmentStatus.UPCOMING : InstallmentStatus.PAID;
    }
    return completedOn.isAfter(dueOn) ? InstallmentStatus.PAID_LATE : InstallmentStatus.PAID;
  }
}
