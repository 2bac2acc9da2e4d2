package io.loanwright.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Reference;
import io.loanwright.engine.annuity.Annuity;
import io.loanwright.engine.annuity.PaymentTime;
import io.loanwright.engine.apr.UnitPeriod;
import io.loanwright.engine.apr.UnitPeriods;
import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Whole amortization tables and odd first periods that were published.
 *
 * <p>Those that round every month are schedules of the engine; those that print unrounded figures
 * are checked against {@link Annuity}.
 */
class TablesReferenceTest {

  private static final Currency USD = Currency.of("USD");
  private static final LocalDate START = LocalDate.of(2022, 1, 1);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  @TestFactory
  Stream<DynamicTest> amortizationTables() {
    return Reference.tests("annuity.jsonl", "annuity/amortization", 11, TablesReferenceTest::check);
  }

  @TestFactory
  Stream<DynamicTest> oddFirstPeriods() {
    return Reference.tests(
        "annuity.jsonl", "annuity/odd-period", 2, TablesReferenceTest::checkOddPeriod);
  }

  @TestFactory
  Stream<DynamicTest> unitedStatesRule() {
    return Reference.tests("annuity.jsonl", "annuity/us-rule", 1, TablesReferenceTest::checkSkip);
  }

  private static void check(Reference line) {
    switch (line.node().path("id").asString()) {
      case "AN-NPF-AMORT", "AN-RBI-EMI" -> checkUnroundedRows(line);
      case "AN-EC-1" -> checkUnroundedYears(line);
      case "AN-HP-AMORT-1" -> checkYears(line);
      case "AN-HP-AMORT-2" -> checkInAdvance(line);
      case "AN-HP-AMORT-4" -> checkFirstRows(line, monthly(line, 300, line.number("payment")));
      case "AN-SCE-PP" -> checkEqualPrincipal(line);
      case "AN-SCE-CON" -> checkUnitPeriodInterest(line);
      default -> checkFirstRows(line, monthly(line, line.whole("term_months"), null));
    }
  }

  private static Schedule monthly(Reference line, int months, @Nullable BigDecimal agreed) {
    return Schedule.of(monthlyTerms(line, months, agreed), START, money(line.text("principal")));
  }

  private static LoanTerms monthlyTerms(Reference line, int months, @Nullable BigDecimal agreed) {
    return LoanTerms.of(
        USD,
        InterestTerms.of(line.number("annual_rate_percent"))
            .withPeriod(InterestPeriod.SAME_AS_REPAYMENT_PERIOD, PartialPeriod.WHOLE_PERIOD),
        RepaymentTerms.of(months, 1, PeriodUnit.MONTHS)
            .withInstallment(new InstallmentTerms(InstallmentRounding.HALF_UP, null, agreed)));
  }

  private static void checkFirstRows(Reference line, Schedule schedule) {
    if (line.expects("payment")) {
      line.check("payment", schedule.installmentAmount().toMajor());
    }
    for (int number = 1; number <= 2; number++) {
      Installment row = schedule.installments().get(number - 1);
      if (line.expects("interest_" + number)) {
        line.check("interest_" + number, row.interest().toMajor());
        line.check("principal_" + number, row.principal().toMajor());
      }
      if (line.expects("balance_" + number)) {
        line.check("balance_" + number, row.balanceAfter().toMajor());
      }
    }
  }

  private static void checkYears(Reference line) {
    List<Installment> rows = monthly(line, 360, null).installments();
    for (int year = 1; year <= 2; year++) {
      Money interest = Money.zero(USD);
      Money principal = Money.zero(USD);
      for (Installment row : rows.subList(12 * year - 12, 12 * year)) {
        interest = interest.plus(row.interest());
        principal = principal.plus(row.principal());
      }
      line.check("year" + year + "_interest", interest.toMajor());
      line.check("year" + year + "_principal", principal.toMajor());
      line.check("balance_after_" + 12 * year, rows.get(12 * year - 1).balanceAfter().toMajor());
    }
  }

  /** The first payment goes off at once; the rest is a loan of one payment less, in arrears. */
  private static void checkInAdvance(Reference line) {
    int months = line.whole("term_months");
    BigDecimal payment =
        new Annuity(monthlyRate(line), BigDecimal.valueOf(months), PaymentTime.IN_ADVANCE)
            .payment(line.number("principal"), BigDecimal.ZERO)
            .negate()
            .setScale(2, RoundingMode.HALF_UP);
    Money lent = money(line.number("principal").subtract(payment).toPlainString());

    Schedule rest = Schedule.of(monthlyTerms(line, months - 1, payment), START, lent);

    Installment tenth = rest.installments().get(8);
    line.check("interest_10", tenth.interest().toMajor());
    line.check("principal_10", tenth.principal().toMajor());
    line.check("balance_after_10", tenth.balanceAfter().toMajor());
  }

  private static void checkEqualPrincipal(Reference line) {
    RepaymentTerms repayment =
        RepaymentTerms.of(line.whole("count"), 1, PeriodUnit.MONTHS)
            .withAmortization(Amortization.EQUAL_PRINCIPAL)
            .withCalendar(
                CalendarTerms.of(line.whole("count"), 1, PeriodUnit.MONTHS)
                    .withFirstDueOn(line.day("first_payment")))
            .withInstallment(
                new InstallmentTerms(
                    InstallmentRounding.HALF_UP, null, line.number("principal_per_payment")));

    Schedule schedule =
        Schedule.of(byDays(line, repayment), line.day("loan_date"), principal(line));

    for (int number : new int[] {1, 2, 12}) {
      line.check("payment_" + number, schedule.installments().get(number - 1).due().toMajor());
    }
    line.check("interest_total", schedule.totals().interest().toMajor());
  }

  /**
   * Interest is on principal only and what is not paid is carried, never added to it: months
   * without a payment are months without a due date.
   */
  private static void checkSkip(Reference line) {
    List<LocalDate> dueDates = new ArrayList<>();
    for (int i = 0; i < line.whole("count"); i++) {
      LocalDate due = line.day("first_payment").plusMonths(i);
      if (due.getMonthValue() < 6 || due.getMonthValue() > 8) {
        dueDates.add(due);
      }
    }
    RepaymentTerms repayment =
        RepaymentTerms.of(1, 1, PeriodUnit.MONTHS)
            .withCalendar(CalendarTerms.ofDates(dueDates))
            .withInstallment(
                new InstallmentTerms(InstallmentRounding.HALF_UP, null, line.number("payment")));

    Schedule schedule =
        Schedule.of(byDays(line, repayment), line.day("loan_date"), principal(line));

    List<Installment> rows = schedule.installments();
    Installment eighth = rows.get(7);
    Installment twelfth = rows.get(8);
    line.check("interest_1", rows.getFirst().interest().toMajor());
    line.check("balance_8", eighth.balanceAfter().toMajor());
    for (int month = 1; month <= 3; month++) {
      BigDecimal years =
          DayCount.ACT_365_FIXED.yearFraction(eighth.dueOn(), eighth.dueOn().plusMonths(month));
      line.check("unpaid_" + (8 + month), interest(line, eighth.balanceAfter(), years));
    }
    line.check("interest_12", twelfth.interest().toMajor());
    line.check("principal_12", twelfth.principal().toMajor());
    line.check("balance_12", twelfth.balanceAfter().toMajor());
    line.check("interest_60", rows.getLast().interest().toMajor());
    line.check("balance_60", rows.getLast().due().toMajor().subtract(line.number("payment")));
    line.check("interest_total", schedule.totals().interest().toMajor());
  }

  private static BigDecimal interest(Reference line, Money balance, BigDecimal years) {
    return balance
        .toMajor()
        .multiply(line.number("annual_rate_percent"))
        .multiply(years, MathContext.DECIMAL128)
        .movePointLeft(2);
  }

  private static LoanTerms byDays(Reference line, RepaymentTerms repayment) {
    InterestTerms interest =
        InterestTerms.of(line.number("annual_rate_percent")).withDayCount(DayCount.ACT_365_FIXED);
    return LoanTerms.of(USD, interest, repayment);
  }

  /** A month is a twelfth of a year; odd days before it are 360ths. */
  private static void checkUnitPeriodInterest(Reference line) {
    UnitPeriods first =
        UnitPeriods.between(
            line.day("loan_date"), line.day("first_payment"), new UnitPeriod(1, PeriodUnit.MONTHS));
    BigDecimal regular = new BigDecimal("50000").multiply(monthlyRate(line));

    line.check("regular_payment", regular);
    line.check("first_payment", regular.multiply(BigDecimal.valueOf(first.whole() + first.odd())));
  }

  private static void checkUnroundedRows(Reference line) {
    Annuity annuity = Annuity.inArrears(monthlyRate(line), line.whole("term_months"));
    BigDecimal lent = line.number("principal");
    boolean principalFirst = line.expects("rows[period,principal,interest,balance]");
    String field =
        principalFirst
            ? "rows[period,principal,interest,balance]"
            : "rows[period,interest,principal,balance]";
    for (JsonNode row : line.node().path("expected").path(field)) {
      int number = row.get(0).asInt();
      BigDecimal principal = annuity.principal(number, lent, BigDecimal.ZERO);
      BigDecimal interest = annuity.interest(number, lent, BigDecimal.ZERO);
      expect(row.get(1), principalFirst ? principal : interest.negate());
      expect(row.get(2), principalFirst ? interest : principal.negate());
      expect(row.get(3), balance(annuity, number, lent));
    }
    if (line.expects("payment")) {
      line.check("payment", annuity.payment(lent, BigDecimal.ZERO).negate());
    }
  }

  private static void checkUnroundedYears(Reference line) {
    Annuity annuity = Annuity.inArrears(monthlyRate(line), line.whole("term_months"));
    BigDecimal lent = line.number("principal");
    JsonNode expected = line.node().path("expected");
    for (int number = 1; number <= 12; number++) {
      expect(expected.path("balances_1_to_12").get(number - 1), balance(annuity, number, lent));
    }
    for (int year = 1; year <= expected.path("interest_by_year").size(); year++) {
      BigDecimal interest = annuity.interest(12 * year - 11, 12 * year, lent).negate();
      expect(expected.path("interest_by_year").get(year - 1), interest);
    }
    line.check("payment", annuity.payment(lent, BigDecimal.ZERO).negate());
    line.check("total_interest", annuity.interest(1, line.whole("term_months"), lent).negate());
  }

  private static BigDecimal balance(Annuity annuity, int number, BigDecimal lent) {
    return Annuity.inArrears(annuity.rate(), number)
        .futureValue(annuity.payment(lent, BigDecimal.ZERO), lent)
        .negate();
  }

  private static void expect(JsonNode printed, BigDecimal actual) {
    assertThat(actual.setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo(new BigDecimal(printed.asString()));
  }

  /** Interest of the odd days is compounded: the principal grows by a part of a month first. */
  private static void checkOddPeriod(Reference line) {
    int oddDays = line.whole("odd_days");
    if (line.inputs().has("accrual_start")) {
      assertThat(
              DayCount.THIRTY_360.days(line.day("accrual_start"), line.day("first_period_start")))
          .isEqualTo(oddDays);
    }
    BigDecimal part = BigDecimal.valueOf(oddDays / 30.0);
    BigDecimal grown =
        new Annuity(monthlyRate(line), part, PaymentTime.IN_ARREARS)
            .futureValue(BigDecimal.ZERO, line.number("principal"))
            .negate();
    BigDecimal payment =
        Annuity.inArrears(monthlyRate(line), line.whole("term_months"))
            .payment(grown, BigDecimal.ZERO);

    line.check("payment", payment.negate());
  }

  private static BigDecimal monthlyRate(Reference line) {
    return line.number("annual_rate_percent")
        .divide(HUNDRED)
        .divide(TWELVE, MathContext.DECIMAL128);
  }

  private static Money principal(Reference line) {
    return money(line.text("principal"));
  }

  private static Money money(String amount) {
    return Money.of(amount, USD);
  }
}
