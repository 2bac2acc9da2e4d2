package io.loanwright.engine.terms;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each range of the terms ends where it says: the last figure is taken and the next one is not. */
class TermsRangesTest {

  private static final LocalDate DAY = day("2024-01-31");

  @ParameterizedTest
  @CsvSource({
    "0, 1, false",
    "1, 1, true",
    "1200, 1, true",
    "1201, 1, false",
    "12, 0, false",
    "12, 366, true",
    "12, 367, false",
  })
  void calendarHasOneTo1200InstallmentsEvery1To366Units(int count, int every, boolean taken) {
    check(taken, Rule.OUT_OF_RANGE, () -> CalendarTerms.of(count, every, PeriodUnit.DAYS));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "36600, true", "36601, false"})
  void fixedLengthIs1To36600Units(int length, boolean taken) {
    check(
        taken,
        Rule.OUT_OF_RANGE,
        () -> new CalendarTerms(12, 1, PeriodUnit.DAYS, null, null, length));
  }

  @ParameterizedTest
  @CsvSource({
    "1899-12-31, false",
    "1900-01-01, true",
    "2999-12-31, true",
    "3000-01-01, false",
  })
  void yearsAre1900To2999(LocalDate on, boolean taken) {
    check(taken, Rule.OUT_OF_RANGE, () -> Dates.requireBelievable("on", on));
    check(taken, Rule.OUT_OF_RANGE, () -> new CalendarTerms(1, 1, PeriodUnit.DAYS, on, null, null));
    check(taken, Rule.OUT_OF_RANGE, () -> CalendarTerms.ofDates(List.of(on)));
    check(
        taken, Rule.OUT_OF_RANGE, () -> CalendarTerms.of(1, 1, PeriodUnit.DAYS).withFirstDueOn(on));
    check(taken, Rule.OUT_OF_RANGE, () -> charge(ChargeTiming.DATE, "1", on));
  }

  @Test
  void firstDueDateIsAfterTheStart() {
    check(
        false,
        Rule.DATE_TOO_EARLY,
        () -> new CalendarTerms(2, 1, PeriodUnit.MONTHS, DAY, DAY, null));
    check(
        true,
        Rule.DATE_TOO_EARLY,
        () -> new CalendarTerms(2, 1, PeriodUnit.MONTHS, DAY, DAY.plusDays(1), null));
  }

  @Test
  void listedDueDatesRiseAndAreAsManyAsInstallments() {
    List<LocalDate> same = List.of(DAY, DAY);
    check(false, Rule.DATE_TOO_EARLY, () -> CalendarTerms.ofDates(same));
    check(true, Rule.DATE_TOO_EARLY, () -> CalendarTerms.ofDates(List.of(DAY, DAY.plusDays(1))));
    check(
        false,
        Rule.TERMS_CONTRADICT,
        () -> new CalendarTerms(2, 1, PeriodUnit.DAYS, null, null, null, null, List.of(DAY), null));
  }

  @Test
  void dueDatesAreListedOrFollowARule() {
    CalendarTerms listed = CalendarTerms.ofDates(List.of(DAY));

    check(false, Rule.TERMS_CONTRADICT, () -> listed.withFirstDueOn(DAY));
    check(false, Rule.TERMS_CONTRADICT, () -> listed.withDueDay(DueDay.MONTH_END));
    check(
        false,
        Rule.TERMS_CONTRADICT,
        () -> new CalendarTerms(1, 1, PeriodUnit.DAYS, null, null, 3, null, List.of(DAY), null));
    check(
        false,
        Rule.TERMS_CONTRADICT,
        () -> CalendarTerms.of(1, 1, PeriodUnit.WEEKS).withDueDay(DueDay.MONTH_END));
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, false",
    "0, true",
    "10000, true",
    "10000.000000000001, false",
    "7.000000000001, true",
    "7.0000000000001, false",
    "1E+9, false",
    "1E+400, false",
  })
  void rateIs0To10000PercentWith12Decimals(BigDecimal rate, boolean taken) {
    check(taken, Rule.OUT_OF_RANGE, () -> InterestTerms.of(rate));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "99.99, true", "100, false", "100.01, false"})
  void downPaymentLeavesALoan(BigDecimal percent, boolean taken) {
    RepaymentTerms terms = RepaymentTerms.of(12, 1, PeriodUnit.MONTHS);

    check(taken, Rule.OUT_OF_RANGE, () -> terms.withDownPaymentPercent(percent));
  }

  @Test
  void multipleAndAgreedInstallmentAreMoreThanNothing() {
    for (String figure : List.of("0", "-1")) {
      check(false, Rule.AMOUNT_NOT_POSITIVE, () -> installment(figure, null));
      check(false, Rule.AMOUNT_NOT_POSITIVE, () -> installment(null, figure));
    }
    check(true, Rule.OUT_OF_RANGE, () -> installment("1000000000", "1000000000000000"));
    check(false, Rule.OUT_OF_RANGE, () -> installment("1000000000.01", null));
    check(false, Rule.OUT_OF_RANGE, () -> installment(null, "1000000000000000.01"));
  }

  @Test
  void chargeHasANameAValueAndADateExactlyIfItIsDueOnOne() {
    check(false, Rule.AMOUNT_NOT_POSITIVE, () -> charge(ChargeTiming.DISBURSEMENT, "0", null));
    check(false, Rule.OUT_OF_RANGE, () -> charge(ChargeTiming.DISBURSEMENT, "1", null, "a", 0));
    check(
        true, Rule.OUT_OF_RANGE, () -> charge(ChargeTiming.DISBURSEMENT, "1000000000000000", null));
    check(
        false,
        Rule.OUT_OF_RANGE,
        () -> charge(ChargeTiming.DISBURSEMENT, "1000000000000001", null));
    check(false, Rule.TERMS_CONTRADICT, () -> charge(ChargeTiming.DATE, "1", null));
    check(false, Rule.TERMS_CONTRADICT, () -> charge(ChargeTiming.DISBURSEMENT, "1", DAY));
    check(true, Rule.OUT_OF_RANGE, () -> charge(ChargeTiming.DATE, "1", DAY, "a", 100));
    check(false, Rule.OUT_OF_RANGE, () -> charge(ChargeTiming.DATE, "1", DAY, "a", 101));
    check(false, Rule.OUT_OF_RANGE, () -> charge(ChargeTiming.DATE, "1", DAY, " ", 5));
  }

  @Test
  void loanHasAtMostFiftyCharges() {
    ChargeTerms charge = charge(ChargeTiming.DISBURSEMENT, "1", null);

    check(
        true,
        Rule.OUT_OF_RANGE,
        () -> monthly("7", 6).withCharges(Collections.nCopies(50, charge)));
    check(
        false,
        Rule.OUT_OF_RANGE,
        () -> monthly("7", 6).withCharges(Collections.nCopies(51, charge)));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0, 0, true",
    "6, 0, 0, false",
    "0, 5, 0, true",
    "0, 6, 0, false",
    "0, 0, 6, true",
    "0, 0, 7, false",
  })
  void graceLeavesAnInstallmentToPayWith(int principal, int payment, int free, boolean taken) {
    check(
        taken,
        Rule.TERMS_CONTRADICT,
        () -> monthly("7", 6).withGrace(new GraceTerms(principal, payment, free)));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, false",
    "0, -1, 0, false",
    "0, 0, -1, false",
    "1200, 1200, 1200, true",
    "1201, 0, 0, false",
    "0, 1201, 0, false",
    "0, 0, 1201, false",
  })
  void graceIs0To1200Installments(int principal, int payment, int free, boolean taken) {
    check(taken, Rule.OUT_OF_RANGE, () -> new GraceTerms(principal, payment, free));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACT_365_L", "ACT_ACT_ICMA"})
  void dayCountOfBondsIsNotOneOfLoans(DayCount convention) {
    check(
        false,
        Rule.TERMS_CONTRADICT,
        () -> InterestTerms.of(BigDecimal.TEN).withDayCount(convention));
  }

  @Test
  void allocationNamesEachOfTheTwelveStepsOnce() {
    List<AllocationStep> all = List.of(AllocationStep.values());
    List<AllocationStep> doubled =
        Stream.concat(all.stream().skip(1), Stream.of(AllocationStep.DUE_FEE)).toList();

    check(true, Rule.TERMS_CONTRADICT, () -> rule(all));
    check(false, Rule.TERMS_CONTRADICT, () -> rule(all.subList(1, 12)));
    check(false, Rule.TERMS_CONTRADICT, () -> rule(doubled));
  }

  @Test
  void orderByPartsServesPastDueThenDueThenInAdvance() {
    AllocationRule rule =
        AllocationRule.of(
            AdvanceRule.LAST_INSTALLMENT, Part.PRINCIPAL, Part.INTEREST, Part.FEE, Part.PENALTY);

    assertThat(rule.order().subList(0, 5))
        .containsExactly(
            AllocationStep.PAST_DUE_PRINCIPAL,
            AllocationStep.PAST_DUE_INTEREST,
            AllocationStep.PAST_DUE_FEE,
            AllocationStep.PAST_DUE_PENALTY,
            AllocationStep.DUE_PRINCIPAL);
    assertThat(AllocationStep.of(Dueness.IN_ADVANCE, Part.FEE))
        .isEqualTo(AllocationStep.IN_ADVANCE_FEE);
  }

  @Test
  void moneyOfAKindMayHaveItsOwnOrder() {
    AllocationRule own = rule(List.of(AllocationStep.values()).reversed());
    AllocationTerms terms =
        new AllocationTerms(
            AllocationDirection.VERTICAL,
            AllocationTerms.USUAL.usual(),
            Map.of(MoneyKind.MERCHANT_REFUND, own));

    assertThat(terms.ruleFor(MoneyKind.MERCHANT_REFUND)).isEqualTo(own);
    assertThat(terms.ruleFor(MoneyKind.REPAYMENT)).isEqualTo(AllocationTerms.USUAL.usual());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.01, 1, true",
    "90, 100, 366, true",
    "-1, 1, 1, false",
    "91, 1, 1, false",
    "0, 100.01, 1, false",
    "0, 1, 0, false",
    "0, 1, 367, false",
  })
  void penaltyForLatenessHasItsRanges(int tolerance, BigDecimal percent, int every, boolean taken) {
    check(
        taken,
        Rule.OUT_OF_RANGE,
        () ->
            new LatePenaltyTerms(
                tolerance, PenaltyBasis.PERCENT_OF_OVERDUE, percent, every, BigDecimal.TEN, null));
  }

  @Test
  void penaltyAndItsCapsAreMoreThanNothing() {
    BigDecimal none = BigDecimal.ZERO;
    BigDecimal ten = BigDecimal.TEN;

    for (ThrowingCallable terms :
        List.<ThrowingCallable>of(
            () -> LatePenaltyTerms.once(0, PenaltyBasis.FIXED, none),
            () -> new LatePenaltyTerms(0, PenaltyBasis.FIXED, ten, null, none, null),
            () -> new LatePenaltyTerms(0, PenaltyBasis.FIXED, ten, null, null, none))) {
      check(false, Rule.AMOUNT_NOT_POSITIVE, terms);
    }
  }

  @Test
  void penaltyThatRepeatsHasACap() {
    BigDecimal one = BigDecimal.ONE;

    check(
        false,
        Rule.TERMS_CONTRADICT,
        () -> new LatePenaltyTerms(0, PenaltyBasis.PERCENT_OF_OVERDUE, one, 1, null, null));
    check(
        true,
        Rule.TERMS_CONTRADICT,
        () -> new LatePenaltyTerms(0, PenaltyBasis.PERCENT_OF_OVERDUE, one, 1, null, one));
    check(
        true,
        Rule.TERMS_CONTRADICT,
        () -> LatePenaltyTerms.once(0, PenaltyBasis.PERCENT_OF_OVERDUE, one));
  }

  @Test
  void chargebackOrderNamesEachPartOnceOrNone() {
    check(true, Rule.TERMS_CONTRADICT, () -> chargebacks(List.of(Part.values())));
    check(true, Rule.TERMS_CONTRADICT, () -> chargebacks(List.of()));
    check(false, Rule.TERMS_CONTRADICT, () -> chargebacks(List.of(Part.FEE)));
    check(
        false,
        Rule.TERMS_CONTRADICT,
        () -> chargebacks(List.of(Part.FEE, Part.FEE, Part.INTEREST, Part.PRINCIPAL)));
  }

  @Test
  void somebodyWorksOnOneDayOfTheWeekAtLeast() {
    Set<DayOfWeek> six = EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY));
    List<LocalDate> most = Stream.iterate(DAY, day -> day.plusDays(1)).limit(5_000).toList();

    check(true, Rule.OUT_OF_RANGE, () -> Workdays.of(six, most));
    check(false, Rule.OUT_OF_RANGE, () -> Workdays.of(EnumSet.allOf(DayOfWeek.class), most));
    check(
        false,
        Rule.OUT_OF_RANGE,
        () ->
            Workdays.of(six, Stream.concat(most.stream(), Stream.of(day("2999-01-01"))).toList()));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "31, true", "32, false"})
  void dueDayIs1To31(int day, boolean taken) {
    check(taken, Rule.OUT_OF_RANGE, () -> DueDay.ofMonth(day));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "4, true", "5, false"})
  void weekdayOfAMonthIsThe1stTo4th(int ordinal, boolean taken) {
    check(taken, Rule.OUT_OF_RANGE, () -> DueDay.nth(ordinal, DayOfWeek.FRIDAY));
  }

  @Test
  void dueDayHasThePartsOfItsKindOnly() {
    DayOfWeek friday = DayOfWeek.FRIDAY;
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.DAY_OF_MONTH, 1, friday));
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.DAY_OF_MONTH, null, null));
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.MONTH_END, 1, null));
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.MONTH_END, null, friday));
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.NTH_WEEKDAY, 1, null));
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.LAST_WEEKDAY, 1, friday));
    check(false, Rule.OUT_OF_RANGE, () -> new DueDay(DueDay.Kind.LAST_WEEKDAY, null, null));
    check(true, Rule.OUT_OF_RANGE, () -> DueDay.last(friday));
  }

  private static AllocationRule rule(List<AllocationStep> order) {
    return new AllocationRule(order, AdvanceRule.NEXT_INSTALLMENT);
  }

  private static ServicingTerms chargebacks(List<Part> order) {
    return new ServicingTerms(TrancheTerm.REMAINING, ChargeOffEffect.NONE, Set.of(), order);
  }

  private static InstallmentTerms installment(@Nullable String multiple, @Nullable String amount) {
    return new InstallmentTerms(
        InstallmentRounding.HALF_EVEN,
        multiple == null ? null : new BigDecimal(multiple),
        amount == null ? null : new BigDecimal(amount));
  }

  private static ChargeTerms charge(ChargeTiming timing, String value, @Nullable LocalDate on) {
    return charge(timing, value, on, "a", 1);
  }

  private static ChargeTerms charge(
      ChargeTiming timing, String value, @Nullable LocalDate on, String letter, int length) {
    return new ChargeTerms(
        letter.repeat(length),
        ChargeKind.FEE,
        timing,
        ChargeBasis.FIXED,
        new BigDecimal(value),
        on);
  }

  private static void check(boolean taken, Rule rule, ThrowingCallable action) {
    if (taken) {
      assertThatCode(action).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(action)
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }
  }
}
