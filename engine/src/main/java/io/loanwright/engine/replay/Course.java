package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of a loan: follows its events one by one and keeps what came of them. */
final class Course {

  private final LoanTerms terms;
  private final List<InstallmentAccount> accounts = new ArrayList<>();
  private final List<Allocation> allocations = new ArrayList<>();
  private @Nullable LocalDate disbursedOn;
  private @Nullable LocalDate closedOn;
  private Money disbursed;
  private Split atDisbursement;

  Course(LoanTerms terms) {
    this.terms = terms;
    this.disbursed = Money.zero(terms.currency());
    this.atDisbursement = Split.zero(terms.currency());
  }

  /**
   * Follows one event.
   *
   * @throws Refused if the event cannot follow the ones before
   */
  void follow(LoanEvent event) {
    switch (event) {
      case LoanEvent.Disbursed e -> disburse(e);
      case LoanEvent.Repaid e -> receive(e, e.amount(), MoneyKind.REPAYMENT, e.targetInstallment());
      case LoanEvent.Credited e -> receive(e, e.amount(), e.kind(), null);
      case LoanEvent.Reversed _ -> throw new IllegalStateException("Reversals are never followed");
    }
  }

  private void disburse(LoanEvent.Disbursed event) {
    requireAmount(event.amount());
    if (disbursedOn != null) {
      throw new Refused(
          Rule.DISBURSEMENT_NOT_ALLOWED, "on", "The money of this loan went out already.");
    }
    Schedule schedule = Schedule.of(terms, event.on(), event.amount());
    for (Installment row : schedule.installments()) {
      accounts.add(new InstallmentAccount(row));
    }
    disbursedOn = event.on();
    disbursed = event.amount();
    atDisbursement = schedule.atDisbursement();
  }

  private void receive(
      LoanEvent event, Money amount, MoneyKind kind, @Nullable Integer targetInstallment) {
    requireAmount(amount);
    if (disbursedOn == null) {
      throw new Refused(
          Rule.BEFORE_DISBURSEMENT, "on", "Nothing can be paid before the money went out.");
    }
    Purse purse = new Purse(event.id(), event.on(), amount);
    if (closedOn == null) {
      Payoff payoff = new Payoff(terms, accounts, event.on());
      if (amount.minor() >= payoff.total()) {
        payoff.settle(purse);
      } else {
        handOut(purse, kind, targetInstallment);
      }
      closeIfNothingIsOwed(event.on());
    }
    allocations.add(purse.allocation());
  }

  private void handOut(Purse purse, MoneyKind kind, @Nullable Integer targetInstallment) {
    Allocator allocator =
        new Allocator(accounts, terms.allocation().direction(), terms.allocation().ruleFor(kind));
    if (targetInstallment != null && isOpen(targetInstallment)) {
      allocator.payInstallment(purse, targetInstallment - 1);
    }
    allocator.handOut(purse);
  }

  private boolean isOpen(int installment) {
    return installment >= 1
        && installment <= accounts.size()
        && !accounts.get(installment - 1).isSettled();
  }

  private void closeIfNothingIsOwed(LocalDate on) {
    if (accounts.stream().allMatch(InstallmentAccount::isSettled)) {
      closedOn = on;
    }
  }

  private void requireAmount(Money amount) {
    if (!amount.currency().equals(terms.currency())) {
      throw new Refused(
          Rule.CURRENCY_DIFFERS,
          "amount",
          "The amount is in %s, the loan in %s.".formatted(amount.currency(), terms.currency()));
    }
    if (!amount.isPositive()) {
      throw new Refused(Rule.AMOUNT_NOT_POSITIVE, "amount", "The amount must be more than zero.");
    }
  }

  /** Returns what came of the events followed so far. */
  LoanPosition position(LocalDate asOf) {
    Split payoff =
        closedOn != null ? Split.zero(terms.currency()) : new Payoff(terms, accounts, asOf).split();
    return new LoanPosition(
        asOf,
        phase(),
        disbursed,
        atDisbursement,
        installments(asOf),
        allocations,
        payoff,
        arrears(asOf),
        nextDue(asOf),
        closedOn == null ? null : new Closure(closedOn, accounts.getLast().dueOn),
        excess());
  }

  private LoanPhase phase() {
    if (disbursedOn == null) {
      return LoanPhase.NOT_DISBURSED;
    }
    return closedOn == null ? LoanPhase.ACTIVE : LoanPhase.CLOSED;
  }

  private List<InstallmentPosition> installments(LocalDate asOf) {
    Currency currency = terms.currency();
    List<InstallmentPosition> rows = new ArrayList<>(accounts.size());
    long balance = disbursed.minor();
    for (int i = 0; i < accounts.size(); i++) {
      InstallmentAccount account = accounts.get(i);
      balance -= account.asked(Part.PRINCIPAL);
      InstallmentStatus status =
          closedOn != null && account.completedOn() == null
              ? InstallmentStatus.PAID
              : account.status(asOf);
      rows.add(account.position(i + 1, balance, status, currency));
    }
    return rows;
  }

  private Arrears arrears(LocalDate asOf) {
    Split overdue = Split.zero(terms.currency());
    LocalDate since = null;
    for (InstallmentAccount account : accounts) {
      if (account.dueOn.isBefore(asOf) && !account.isSettled()) {
        since = since == null || account.dueOn.isBefore(since) ? account.dueOn : since;
        overdue = overdue.plus(account.owedSplit(terms.currency()));
      }
    }
    return Arrears.since(since, asOf, overdue);
  }

  private @Nullable NextDue nextDue(LocalDate asOf) {
    for (InstallmentAccount account : accounts) {
      if (!account.dueOn.isBefore(asOf) && !account.isSettled()) {
        return new NextDue(account.dueOn, new Money(account.owed(), terms.currency()));
      }
    }
    return null;
  }

  private Money excess() {
    Money sum = Money.zero(terms.currency());
    for (Allocation allocation : allocations) {
      sum = sum.plus(allocation.excess());
    }
    return sum;
  }
}
