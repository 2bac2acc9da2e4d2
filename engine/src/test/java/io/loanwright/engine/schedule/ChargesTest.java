package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where charges go. 100.00 over six months from 1 January 2024; interest is 2.05 in all. */
class ChargesTest {

  private static final LoanTerms TERMS = monthly("7", 6);

  @Test
  void aChargeOnADateGoesToTheInstallmentWhosePeriodHoldsIt() {
    Schedule onDueDate = schedule(fee("5", "2024-03-01"));
    Schedule dayAfter = schedule(fee("5", "2024-03-02"));

    assertThat(onDueDate.installments().get(1).fees()).isEqualTo(euros("5.00"));
    assertThat(onDueDate.totals().fees()).isEqualTo(euros("5.00"));
    assertThat(dayAfter.installments().get(2).fees()).isEqualTo(euros("5.00"));
    assertThat(dayAfter.installments()).hasSize(6);
  }

  @Test
  void aChargeAfterTheEndIsAnInstallmentOfItsOwn() {
    Schedule schedule =
        schedule(
            new ChargeTerms(
                "Late",
                ChargeKind.PENALTY,
                ChargeTiming.DATE,
                ChargeBasis.FIXED,
                new BigDecimal("3"),
                day("2024-08-15")));

    Installment added = schedule.installments().getLast();
    assertThat(added.kind()).isEqualTo(InstallmentKind.ADDITIONAL);
    assertThat(added.number()).isEqualTo(7);
    assertThat(added.fromOn()).isEqualTo(day("2024-07-01"));
    assertThat(added.dueOn()).isEqualTo(day("2024-08-15"));
    assertThat(added.penalties()).isEqualTo(euros("3.00"));
    assertThat(added.due()).isEqualTo(euros("3.00"));
  }

  /** 2 % of 100.00 and 10 % of 2.05 = 0.205, to the even cent 0.20. */
  @Test
  void aChargeAtDisbursementIsNotPartOfAnInstallment() {
    Schedule schedule =
        Schedule.of(
            TERMS.withCharges(
                List.of(
                    charge(ChargeKind.FEE, ChargeBasis.PERCENT_OF_PRINCIPAL, "2"),
                    charge(ChargeKind.PENALTY, ChargeBasis.PERCENT_OF_INTEREST, "10"))),
            day("2024-01-01"),
            euros("100.00"));

    assertThat(schedule.atDisbursement().fees()).isEqualTo(euros("2.00"));
    assertThat(schedule.atDisbursement().penalties()).isEqualTo(euros("0.20"));
    assertThat(schedule.installments())
        .allSatisfy(row -> assertThat(row.fees().isZero() && row.penalties().isZero()).isTrue());
  }

  /** 1 % of each installment: of 17.01 it is 0.17. */
  @Test
  void aChargeWithEachInstallmentIsOnWhatItAsksFor() {
    Schedule schedule =
        schedule(
            new ChargeTerms(
                "Collection",
                ChargeKind.FEE,
                ChargeTiming.EACH_INSTALLMENT,
                ChargeBasis.PERCENT_OF_PRINCIPAL_AND_INTEREST,
                BigDecimal.ONE,
                null));

    assertThat(schedule.installments())
        .allSatisfy(row -> assertThat(row.fees()).isEqualTo(euros("0.17")));
  }

  @Test
  void refusesALoanThatIsDueBeforeItsMoneyGoesOut() {
    CalendarTerms past = new CalendarTerms(2, 1, PeriodUnit.WEEKS, day("2024-01-01"), null, null);
    LoanTerms terms = TERMS.withRepayment(TERMS.repayment().withCalendar(past));

    assertThatThrownBy(() -> Schedule.of(terms, day("2024-01-15"), euros("100.00")))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.refusal().rule()).isEqualTo(Rule.DATE_TOO_EARLY));
    assertThat(Schedule.of(terms, day("2024-01-14"), euros("100.00")).installments()).hasSize(2);
  }

  private static Schedule schedule(ChargeTerms charge) {
    return Schedule.of(TERMS.withCharges(List.of(charge)), day("2024-01-01"), euros("100.00"));
  }

  private static ChargeTerms fee(String value, String on) {

    return new ChargeTerms(
        "Service",
        ChargeKind.FEE,
        ChargeTiming.DATE,
        ChargeBasis.FIXED,
        new BigDecimal(value),
        day(on));
  }

  private static ChargeTerms charge(ChargeKind kind, ChargeBasis basis, String percent) {
    return new ChargeTerms(
        "Opening", kind, ChargeTiming.DISBURSEMENT, basis, new BigDecimal(percent), null);
  }
}
