package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a schedule together: down payment, installments, charges. */
final class ScheduleMaker {

  private final LoanTerms terms;
  private final LocalDate disbursedOn;
  private final long principal;
  private final List<Installment> rows = new ArrayList<>();

  ScheduleMaker(LoanTerms terms, LocalDate disbursedOn, Money principal) {
    this.terms = terms;
    this.disbursedOn = disbursedOn;
    this.principal = principal.minor();
  }

  Schedule make() {
    List<Period> periods = DueDates.of(terms.repayment().calendar(), disbursedOn);
    List<Period> bearing = DueDates.forInterest(terms.repayment().calendar(), disbursedOn);
    requireDueAfterDisbursement(bearing.getLast());
    long down = downPayment(terms, principal);
    Lending lending = Lending.of(terms, principal - down, disbursedOn, bearing);
    if (down > 0 || hasDownPayment()) {
      addDownPayment(down);
    }
    Portions portions =
        switch (terms.repayment().amortization()) {
          case EQUAL_INSTALLMENTS -> EqualInstallments.of(lending);
          case EQUAL_PRINCIPAL, INTEREST_ONLY -> EqualPrincipal.of(lending);
          case BULLET -> Bullet.of(lending);
        };
    addInstallments(portions, spans(periods), lending.principal());
    List<Installment> charged = withCharges();
    return new Schedule(
        terms.currency(),
        charged,
        new Money(portions.installment(), terms.currency()),
        chargesAtDisbursement());
  }

  private void requireDueAfterDisbursement(Period last) {
    if (!disbursedOn.isBefore(last.to())) {
      throw new Refused(
          Rule.DATE_TOO_EARLY,
          "startOn",
          "The last due date, %s, must be after the day the money goes out.".formatted(last.to()));
    }
  }

  private boolean hasDownPayment() {
    return terms.repayment().downPaymentPercent().signum() > 0;
  }

  /** Returns the part of a disbursement that is due back at once, in minor units. */
  static long downPayment(LoanTerms terms, long disbursed) {
    BigDecimal share =
        Arithmetic.fraction(terms.repayment().downPaymentPercent())
            .multiply(BigDecimal.valueOf(disbursed), PRECISION);
    RoundingMode rounding = RoundingMode.HALF_EVEN;
    return Arithmetic.toMultiple(
        Arithmetic.toMinor(share, rounding), multipleInMinor(terms), rounding);
  }

  static @Nullable Long multipleInMinor(LoanTerms terms) {
    BigDecimal multiple = terms.repayment().installment().multipleOf();
    return multiple == null
        ? null
        : Arithmetic.toMinor(
            multiple.movePointRight(terms.currency().minorDigits()), RoundingMode.UP);
  }

  private void addDownPayment(long down) {
    Currency currency = terms.currency();
    rows.add(
        new Installment(
            1,
            InstallmentKind.DOWN_PAYMENT,
            disbursedOn,
            disbursedOn,
            Split.ofMinor(down, 0, 0, 0, currency),
            new Money(principal - down, currency)));
  }

  private List<Period> spans(List<Period> periods) {
    return terms.repayment().amortization() == Amortization.BULLET
        ? List.of(new Period(periods.getFirst().from(), periods.getLast().to()))
        : periods;
  }

  private void addInstallments(Portions portions, List<Period> spans, long lent) {
    long balance = lent;
    for (int i = 0; i < spans.size(); i++) {
      balance -= portions.principal()[i];
      rows.add(
          new Installment(
              rows.size() + 1,
              InstallmentKind.REGULAR,
              spans.get(i).from(),
              spans.get(i).to(),
              Split.ofMinor(
                  portions.principal()[i], portions.interest()[i], 0, 0, terms.currency()),
              new Money(balance, terms.currency())));
    }
  }

  private List<Installment> withCharges() {
    if (terms.charges().isEmpty()) {
      return rows;
    }
    long[] fees = new long[rows.size()];
    long[] penalties = new long[rows.size()];
    List<ChargeTerms> afterTheEnd = new ArrayList<>();
    for (ChargeTerms charge : terms.charges()) {
      long[] into = charge.kind() == ChargeKind.FEE ? fees : penalties;
      if (charge.timing() == ChargeTiming.EACH_INSTALLMENT) {
        chargeEachInstallment(charge, into);
      } else if (charge.on() != null && !chargeOnDate(charge, charge.on(), into)) {
        afterTheEnd.add(charge);
      }
    }
    List<Installment> charged = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      charged.add(with(rows.get(i), fees[i], penalties[i]));
    }
    for (ChargeTerms charge : afterTheEnd) {
      charged.add(additional(charge, charged));
    }
    return charged;
  }

  private void chargeEachInstallment(ChargeTerms charge, long[] into) {
    for (int i = 0; i < rows.size(); i++) {
      Installment row = rows.get(i);
      if (row.kind() == InstallmentKind.REGULAR) {
        long amount =
            Charging.amount(
                charge, row.principal().minor(), row.interest().minor(), terms.currency());
        into[i] = Math.addExact(into[i], amount);
      }
    }
  }

  private boolean chargeOnDate(ChargeTerms charge, LocalDate on, long[] into) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).kind() == InstallmentKind.REGULAR && !on.isAfter(rows.get(i).dueOn())) {
        into[i] = Math.addExact(into[i], wholeLoan(charge));
        return true;
      }
    }
    return false;
  }

  private long wholeLoan(ChargeTerms charge) {
    long interest = 0;
    for (Installment row : rows) {
      interest = Math.addExact(interest, row.interest().minor());
    }
    return Charging.amount(charge, principal, interest, terms.currency());
  }

  private Installment with(Installment row, long fees, long penalties) {
    Split asked =
        new Split(
            row.principal(),
            row.interest(),
            new Money(fees, terms.currency()),
            new Money(penalties, terms.currency()));
    return new Installment(
        row.number(), row.kind(), row.fromOn(), row.dueOn(), asked, row.balanceAfter());
  }

  private Installment additional(ChargeTerms charge, List<Installment> before) {
    long amount = wholeLoan(charge);
    boolean fee = charge.kind() == ChargeKind.FEE;
    LocalDate from = before.getLast().dueOn();
    LocalDate on = charge.on() == null ? from : charge.on();
    return new Installment(
        before.size() + 1,
        InstallmentKind.ADDITIONAL,
        from,
        on,
        Split.ofMinor(0, 0, fee ? amount : 0, fee ? 0 : amount, terms.currency()),
        Money.zero(terms.currency()));
  }

  private Split chargesAtDisbursement() {
    long fees = 0;
    long penalties = 0;
    for (ChargeTerms charge : terms.charges()) {
      if (charge.timing() == ChargeTiming.DISBURSEMENT) {
        long amount = wholeLoan(charge);
        fees = Math.addExact(fees, charge.kind() == ChargeKind.FEE ? amount : 0);
        penalties = Math.addExact(penalties, charge.kind() == ChargeKind.FEE ? 0 : amount);
      }
    }
    return Split.ofMinor(0, 0, fees, penalties, terms.currency());
  }
}
