package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Arrears;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Why a loan is paid off with an amount on a day, and why an amount is past due. */
final class OwedOnDay {

  private final Facts facts;
  private final Amounts amounts;
  private final LocalDate on;

  OwedOnDay(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
    this.on = facts.asOf();
  }

  Explanation arrears() {
    Arrears arrears = facts.position().arrears();
    List<Explanation> parts = new ArrayList<>();
    for (InstallmentPosition row : facts.position().installments()) {
      if (row.installment().dueOn().isBefore(on)) {
        for (Part part : Part.values()) {
          addOwed(parts, row, part);
        }
      }
    }
    return Explanation.of(
        new Why.OfLoan(LoanFigure.ARREARS, on),
        amounts.of(arrears.overdue().total().minor()),
        orNothing(parts));
  }

  Explanation payoff() {
    Split payoff = facts.position().payoff();
    Why why = new Why.OfLoan(LoanFigure.PAYOFF, on);
    if (payoff.isZero()) {
      return Explanation.of(why, amounts.of(0), orNothing(List.of()));
    }
    List<Explanation> parts = new ArrayList<>(principal(owedPrincipal(payoff)));
    for (InstallmentPosition row : facts.position().installments()) {
      addInterest(parts, row);
    }
    for (Part part : List.of(Part.FEE, Part.PENALTY)) {
      for (InstallmentPosition row : facts.position().installments()) {
        if (!facts.payoffEndsTheLoan() || hasBegun(row.installment())) {
          addOwed(parts, row, part);
        }
      }
    }
    addPaidForWhatFallsAway(parts);
    return Explanation.of(why, amounts.of(payoff.total().minor()), parts);
  }

  /** Money of the day is used anew together with what pays the loan off. */
  private void addPaidForWhatFallsAway(List<Explanation> parts) {
    long sum = 0;
    for (InstallmentPosition row : facts.position().installments()) {
      if (facts.payoffEndsTheLoan() && row.installment().dueOn().isAfter(on)) {
        sum += paidForWhatFallsAway(row, facts.paidLast(row.installment().number()));
      }
    }
    if (sum > 0) {
      parts.add(amounts.leaf(new Why.PaidForWhatFallsAway(on), -sum));
    }
  }

  private long paidForWhatFallsAway(InstallmentPosition row, Split paid) {
    Installment installment = row.installment();
    long charges = hasBegun(installment) ? 0 : paid.fees().plus(paid.penalties()).minor();
    if (isOwedWhole(installment)) {
      return charges;
    }
    long beyond = settledInterest(row) - row.interestArisen(on).minor();
    return charges + Math.clamp(beyond, 0, paid.interest().minor());
  }

  private static long settledInterest(InstallmentPosition row) {
    return row.paid().interest().plus(row.waived().interest()).minor();
  }

  private List<Explanation> orNothing(List<Explanation> parts) {
    return parts.isEmpty() ? List.of(amounts.leaf(new Why.NothingOwed(), 0)) : parts;
  }

  private long owedPrincipal(Split payoff) {
    return facts.follows()
        ? payoff.principal().minor()
        : facts.position().installments().stream()
            .mapToLong(row -> row.outstanding().principal().minor())
            .sum();
  }

  /** Returns what was lent less what was paid back, or what is owed of each installment. */
  private List<Explanation> principal(long owed) {
    List<Explanation> parts = new ArrayList<>();
    long lent = 0;
    for (LoanEvent.Disbursed out : facts.disbursements()) {
      parts.add(amounts.leaf(new Why.Lent(out.on()), out.amount().minor()));
      lent += out.amount().minor();
    }
    long paid =
        facts.position().installments().stream()
            .mapToLong(row -> row.paid().principal().minor())
            .sum();
    if (paid != 0) {
      parts.add(amounts.leaf(new Why.PrincipalPaid(), -paid));
    }
    if (lent - paid == owed) {
      return parts;
    }
    List<Explanation> each = new ArrayList<>();
    facts.position().installments().forEach(row -> addOwed(each, row, Part.PRINCIPAL));
    return each;
  }

  private boolean hasBegun(Installment row) {
    return row.fromOn().isBefore(on) || !row.dueOn().isAfter(on);
  }

  private void addInterest(List<Explanation> parts, InstallmentPosition row) {
    Installment installment = row.installment();
    boolean past = !installment.dueOn().isAfter(on);
    boolean whole = !facts.payoffEndsTheLoan() && !facts.follows();
    if (past || whole || isOwedWhole(installment)) {
      addOwed(parts, row, Part.INTEREST);
    } else if (installment.fromOn().isBefore(on) && installment.kind() == InstallmentKind.REGULAR) {
      addAccrued(parts, row);
    }
  }

  private boolean isOwedWhole(Installment installment) {
    boolean flat = facts.terms().interest().method() == InterestMethod.FLAT && !facts.follows();
    boolean untilRest =
        facts.terms().recalculation().payoff() == PayoffInterest.UNTIL_REST_DATE
            && installment.fromOn().isBefore(on);
    return flat || untilRest;
  }

  private void addAccrued(List<Explanation> parts, InstallmentPosition row) {
    Installment installment = row.installment();
    List<Explanation> accrued =
        facts.follows() ? living(row) : new InterestOfInstallment(facts).arisen(row, on);
    long settled = settledInterest(row);
    List<Explanation> all = new ArrayList<>(accrued);
    if (settled != 0) {
      all.add(amounts.leaf(new Why.InterestPaid(installment.number()), -settled));
    }
    if (Explanation.sum(new Why.NothingOwed(), all).amount().signum() >= 0) {
      parts.addAll(all);
    }
  }

  /** Interest that follows payments: on the balance of each day until the day. */
  private List<Explanation> living(InstallmentPosition row) {
    int period = facts.regularRows().indexOf(row);
    return new InterestChain(new UntilDay(new LivingInterest(facts), period, on), facts)
        .parts(period);
  }

  /** Interest of one period counted only until a day; the ones before as they are. */
  private record UntilDay(LivingInterest all, int current, LocalDate day) implements Bearing {

    @Override
    public Borne borne(int period) {
      return period == current ? all.until(period, day) : all.borne(period);
    }

    @Override
    public long asked(int period) {
      return all.asked(period);
    }

    @Override
    public boolean isFull(int period) {
      return false;
    }

    @Override
    public boolean isSettledForLess(int period) {
      return all.isSettledForLess(period);
    }

    @Override
    public int number(int period) {
      return all.number(period);
    }

    @Override
    public Why name(int period) {
      return all.name(period);
    }
  }

  private void addOwed(List<Explanation> parts, InstallmentPosition row, Part part) {
    long owed = PaymentSplit.of(row.outstanding(), part);
    if (owed != 0) {
      long asked = PaymentSplit.of(row.installment().asked(), part);
      Why why =
          new Why.Owed(
              part,
              row.installment().number(),
              row.installment().dueOn(),
              amounts.of(asked),
              amounts.of(asked - owed));
      parts.add(amounts.leaf(why, owed));
    }
  }
}
