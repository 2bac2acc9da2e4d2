package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.Dates;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a schedule together: down payment, installments, charges. */
final class ScheduleMaker {

  private final LoanTerms terms;
  private final LocalDate disbursedOn;
  private final long principal;
  private final List<Period> periods;
  private final List<Period> bearing;
  private final ScheduleColumns rows;

  ScheduleMaker(LoanTerms terms, LocalDate disbursedOn, long principal) {
    CalendarTerms calendar = terms.repayment().calendar();
    this.terms = terms;
    this.disbursedOn = disbursedOn;
    this.principal = principal;
    this.periods = DueDates.of(calendar, disbursedOn);
    this.bearing =
        calendar.workdays() == null ? periods : DueDates.forInterest(calendar, disbursedOn);
    int most = 1 + periods.size() + terms.charges().size();
    this.rows = new ScheduleColumns(terms.currency(), periods, bearing, most);
  }

  ScheduleColumns make() {
    requireDueAfterDisbursement(bearing.getLast());
    Dates.requireBelievable("lastDueOn", periods.getLast().to());
    long down = downPayment(terms, principal);
    Lending lending = Lending.of(terms, principal - down, disbursedOn, periods, bearing);
    if (down > 0 || hasDownPayment()) {
      Period day = new Period(disbursedOn, disbursedOn);
      rows.add(InstallmentKind.DOWN_PAYMENT, day, down, 0);
    }
    Portions portions =
        switch (terms.repayment().amortization()) {
          case EQUAL_INSTALLMENTS -> EqualInstallments.of(lending);
          case EQUAL_PRINCIPAL, INTEREST_ONLY -> EqualPrincipal.of(lending);
          case BULLET -> Bullet.of(lending);
        };
    addInstallments(portions);
    rows.installment = portions.installment();
    addCharges();
    return rows;
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
    if (terms.repayment().downPaymentPercent().signum() == 0) {
      return 0;
    }
    BigDecimal share =
        Arithmetic.fraction(terms.repayment().downPaymentPercent())
            .multiply(BigDecimal.valueOf(disbursed), PRECISION);
    RoundingMode rounding = RoundingMode.HALF_EVEN;
    long minor = Arithmetic.toMinor(share, rounding);
    long rounded = Arithmetic.toMultiple(minor, multipleInMinor(terms), rounding);
    return rounded > disbursed ? minor : rounded;
  }

  static @Nullable Long multipleInMinor(LoanTerms terms) {
    BigDecimal multiple = terms.repayment().installment().multipleOf();
    return multiple == null
        ? null
        : Arithmetic.toMinor(
            multiple.movePointRight(terms.currency().minorDigits()), RoundingMode.UP);
  }

  private List<Period> spans() {
    return terms.repayment().amortization() == Amortization.BULLET
        ? List.of(new Period(periods.getFirst().from(), periods.getLast().to()))
        : periods;
  }

  private void addInstallments(Portions portions) {
    List<Period> spans = spans();
    for (int i = 0; i < spans.size(); i++) {
      rows.add(InstallmentKind.REGULAR, spans.get(i), portions.principal(i), portions.interest(i));
    }
  }

  private void addCharges() {
    if (terms.charges().isEmpty()) {
      return;
    }
    long interest = interest();
    int ordinary = rows.count();
    for (ChargeTerms charge : terms.charges()) {
      if (charge.timing() == ChargeTiming.EACH_INSTALLMENT) {
        chargeEachInstallment(charge);
      } else {
        chargeOnce(
            charge, Charging.amount(charge, principal, interest, terms.currency()), ordinary);
      }
    }
  }

  private void chargeOnce(ChargeTerms charge, long minor, int ordinary) {
    LocalDate on = charge.on();
    if (charge.timing() == ChargeTiming.DISBURSEMENT) {
      chargeAtDisbursement(charge.kind(), minor);
    } else if (on != null) {
      add(charge.kind(), rowDueFrom(on, ordinary), minor);
    }
  }

  private long interest() {
    long interest = 0;
    for (int row = 0; row < rows.count(); row++) {
      interest = Math.addExact(interest, rows.interest(row));
    }
    return interest;
  }

  private void chargeAtDisbursement(ChargeKind kind, long minor) {
    if (kind == ChargeKind.FEE) {
      rows.feesAtDisbursement = Math.addExact(rows.feesAtDisbursement, minor);
    } else {
      rows.penaltiesAtDisbursement = Math.addExact(rows.penaltiesAtDisbursement, minor);
    }
  }

  private void chargeEachInstallment(ChargeTerms charge) {
    for (int row = 0; row < rows.count(); row++) {
      if (rows.kind(row) == InstallmentKind.REGULAR) {
        long minor =
            Charging.amount(charge, rows.principal(row), rows.interest(row), terms.currency());
        add(charge.kind(), row, minor);
      }
    }
  }

  /** Returns the first installment due on a day or later; after the last one there is one more. */
  private int rowDueFrom(LocalDate on, int ordinary) {
    for (int row = 0; row < ordinary; row++) {
      if (rows.kind(row) == InstallmentKind.REGULAR && !on.isAfter(rows.dueOn(row))) {
        return row;
      }
    }
    LocalDate from = rows.dueOn(rows.count() - 1);
    rows.add(InstallmentKind.ADDITIONAL, new Period(from, on), 0, 0);
    return rows.count() - 1;
  }

  private void add(ChargeKind kind, int row, long minor) {
    if (kind == ChargeKind.FEE) {
      rows.addFees(row, minor);
    } else {
      rows.addPenalties(row, minor);
    }
  }
}
