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
  boolean reAged;
  boolean cutShort;
  private final Tally asked = new Tally();
  private final Tally paid = new Tally();
  private final Tally waived = new Tally();
  private long creditedPrincipal;
  private long paidInAdvance;
  private long paidLate;
  private @Nullable LocalDate completedOn;

  InstallmentAccount(InstallmentKind kind, LocalDate fromOn, LocalDate dueOn) {
    this.kind = kind;
    this.fromOn = fromOn;
    this.dueOn = dueOn;
  }

  InstallmentAccount(Installment row) {
    this(row.kind(), row.fromOn(), row.dueOn());
    ask(Part.PRINCIPAL, row.principal().minor());
    ask(Part.INTEREST, row.interest().minor());
    ask(Part.FEE, row.fees().minor());
    ask(Part.PENALTY, row.penalties().minor());
  }

  long asked(Part part) {
    return asked.of(part);
  }

  long asked() {
    return asked.sum();
  }

  long paid(Part part) {
    return paid.of(part);
  }

  long paid() {
    return paid.sum();
  }

  long owed(Part part) {
    return asked.of(part) - paid.of(part) - waived.of(part);
  }

  long owed() {
    return asked.sum() - paid.sum() - waived.sum();
  }

  long creditedPrincipal() {
    return creditedPrincipal;
  }

  long paidInAdvance() {
    return paidInAdvance;
  }

  boolean isSettled() {
    return owed() == 0;
  }

  boolean isDownPayment() {
    return kind == InstallmentKind.DOWN_PAYMENT;
  }

  boolean isAdditional() {
    return kind == InstallmentKind.ADDITIONAL;
  }

  /** Tells whether a day lies in its period; the start counts where it is the first one. */
  boolean holds(LocalDate day, boolean first) {
    boolean begun = first ? !day.isBefore(fromOn) : day.isAfter(fromOn);
    return begun && !day.isAfter(dueOn);
  }

  /** Changes what the installment asks for; never below what was paid or waived. */
  void ask(Part part, long minor) {
    asked.set(part, Math.max(minor, Math.addExact(paid.of(part), waived.of(part))));
  }

  void askMore(Part part, long minor) {
    ask(part, Math.addExact(asked.of(part), minor));
  }

  /** Makes interest principal, whatever was paid of either: what is asked in all stays. */
  void turnIntoPrincipal(long interest) {
    asked.add(Part.INTEREST, -interest);
    asked.add(Part.PRINCIPAL, interest);
  }

  void credit(long minor) {
    creditedPrincipal += minor;
  }

  void setCredited(long minor) {
    creditedPrincipal = minor;
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

  /**
   * Gives a payment of one part back.
   *
   * @return what was given back, at most what was paid
   */
  long giveBack(Part part, long wanted, LocalDate on) {
    long given = Math.min(wanted, paid.of(part));
    paid.add(part, -given);
    if (on.isBefore(dueOn)) {
      paidInAdvance = Math.max(0, paidInAdvance - given);
    } else if (on.isAfter(dueOn)) {
      paidLate = Math.max(0, paidLate - given);
    }
    return given;
  }

  /** Gives up what is owed of one part, or some of it. */
  void waive(Part part, long minor) {
    waived.add(part, Math.min(minor, owed(part)));
  }

  /** Takes over what was paid elsewhere. */
  void takeOverPayments(Tally parts, long inAdvance) {
    for (Part part : Part.values()) {
      paid.add(part, parts.of(part));
    }
    paidInAdvance += inAdvance;
  }

  /** Hands over what was paid, leaving only what is still owed. */
  long handOverPayments(Tally into) {
    for (Part part : Part.values()) {
      into.add(part, paid.of(part));
      asked.add(part, -paid.of(part));
      paid.set(part, 0);
    }
    long inAdvance = paidInAdvance;
    paidInAdvance = 0;
    return inAdvance;
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

  private boolean isTouched() {
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
    if (completedOn == null || asked.isZero()) {
      return dueOn.isAfter(asOf) ? InstallmentStatus.UPCOMING : InstallmentStatus.PAID;
    }
    return completedOn.isAfter(dueOn) ? InstallmentStatus.PAID_LATE : InstallmentStatus.PAID;
  }
}
