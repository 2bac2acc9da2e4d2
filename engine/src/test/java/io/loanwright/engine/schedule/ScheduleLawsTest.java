package io.loanwright.engine.schedule;

import static io.loanwright.engine.Loans.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What is true of every schedule, whatever the terms. */
class ScheduleLawsTest {

  private static final LocalDate START = LocalDate.of(2023, 10, 31);

  @Property
  void principalAddsUpAndTheBalanceEndsAtZero(
      @ForAll("terms") LoanTerms terms,
      @ForAll @LongRange(min = 1, max = 10_000_000_000L) long minor) {
    Schedule schedule = Schedule.of(terms, START, new Money(minor, EUR));

    assertThat(schedule.totals().principal()).isEqualTo(new Money(minor, EUR));
    assertThat(schedule.installments().getLast().balanceAfter().isZero()).isTrue();
  }

  @Property
  void nothingIsNegative(
      @ForAll("terms") LoanTerms terms,
      @ForAll @LongRange(min = 1, max = 10_000_000_000L) long minor) {
    Schedule schedule = Schedule.of(terms, START, new Money(minor, EUR));

    assertThat(schedule.installments())
        .allSatisfy(row -> {
          assertThat(row.principal().minor()).isNotNegative();
          assertThat(row.interest().minor()).isNotNegative();
          assertThat(row.balanceAfter().minor()).isNotNegative();
        });
  }

  @Property
  void dueDatesRiseAndEachPeriodStartsWhereTheLastOneEnded(@ForAll("terms") LoanTerms terms) {
    List<Installment> rows =
        Schedule.of(terms, START, new Money(100_000, EUR)).installments().stream()
            .filter(row -> row.kind() == InstallmentKind.REGULAR)
            .toList();

    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).dueOn()).isAfter(rows.get(i).fromOn());
      assertThat(rows.get(i).fromOn()).isEqualTo(i == 0 ? START : rows.get(i - 1).dueOn());
    }
  }

  @Property
  void noRateMeansNoInterest(@ForAll("terms") LoanTerms terms) {
    LoanTerms free = terms.withInterest(terms.interest().withRate(BigDecimal.ZERO));

    assertThat(Schedule.of(free, START, new Money(100_000, EUR)).totals().interest().isZero())
        .isTrue();
  }

  @Property
  void noInstallmentButTheLastIsMoreThanTheEqualOne(
      @ForAll("terms") LoanTerms terms,
      @ForAll @LongRange(min = 1, max = 10_000_000_000L) long minor) {
    LoanTerms equal =
        terms
            .withRepayment(terms.repayment().withAmortization(Amortization.EQUAL_INSTALLMENTS))
            .withGrace(GraceTerms.NONE);
    Schedule schedule = Schedule.of(equal, START, new Money(minor, EUR));
    List<Installment> regular =
        schedule.installments().stream()
            .filter(row -> row.kind() == InstallmentKind.REGULAR)
            .toList();

    assertThat(regular.subList(0, regular.size() - 1))
        .allSatisfy(row -> assertThat(row.due()).isLessThanOrEqualTo(schedule.installmentAmount()));
  }

  @Provide
  Arbitrary<LoanTerms> terms() {
    return Combinators.combine(interest(), repayment(), Arbitraries.integers().between(0, 3))
        .as((interest, repayment, grace) -> {
          int most = repayment.calendar().repayments() - 1;
          int given = Math.min(grace, most);
          return LoanTerms.of(EUR, interest, repayment)
              .withGrace(new GraceTerms(given, given / 2, given / 3));
        });
  }

  private static Arbitrary<InterestTerms> interest() {
    return Combinators.combine(
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(200)).ofScale(4),
            Arbitraries.of(InterestMethod.class),
            Arbitraries.of(DaysInYear.class),
            Arbitraries.of(DaysInMonth.class))
        .as((rate, method, year, month) ->
            InterestTerms.of(rate).withMethod(method).withDays(year, month));
  }

  private static Arbitrary<RepaymentTerms> repayment() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 120),
            Arbitraries.integers().between(1, 6),
            Arbitraries.of(PeriodUnit.class),
            Arbitraries.of(Amortization.class),
            Arbitraries.of(InstallmentRounding.class),
            Arbitraries.of(BigDecimal.ZERO, BigDecimal.TEN))
        .as((count, every, unit, amortization, rounding, down) ->
            RepaymentTerms.of(count, every, unit)
                .withAmortization(amortization)
                .withInstallment(InstallmentTerms.of(rounding))
                .withDownPaymentPercent(down));
  }
}
