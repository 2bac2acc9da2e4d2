package io.loanwright.engine.apr;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.Loans;
import io.loanwright.engine.date.PeriodUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** 12 CFR Part 1026 (Regulation Z), Appendix J, by its paragraphs. */
class AppendixJTest {

  private static final UnitPeriod MONTH = new UnitPeriod(1, PeriodUnit.MONTHS);
  private static final UnitPeriod YEAR = new UnitPeriod(12, PeriodUnit.MONTHS);

  private static CashFlow flow(String on, String amount) {
    return new CashFlow(day(on), euros(amount));
  }

  /** The unit period is the interval that occurs most often, at most a year. */
  @Nested
  class ParagraphB4 {

    @Test
    void anOddFirstPeriodDoesNotMatter() {
      assertThat(mostCommon("2024-01-05", "2024-02-10", "2024-03-10", "2024-04-10"))
          .isEqualTo(MONTH);
    }

    @Test
    void ofTwoThatOccurAsOftenTheSmallerOneIsTaken() {
      assertThat(mostCommon("2024-01-10", "2024-03-10", "2024-05-10", "2024-06-10", "2024-07-10"))
          .isEqualTo(MONTH);
    }

    /** 28 days and 28, a month and a month; a month and a month, 70 days and 70. */
    @Test
    void aMonthIsLongerThanFourWeeksAndShorterThanTen() {
      assertThat(mostCommon("2024-02-01", "2024-02-29", "2024-03-28", "2024-04-28", "2024-05-28"))
          .isEqualTo(new UnitPeriod(4, PeriodUnit.WEEKS));
      assertThat(mostCommon("2024-01-01", "2024-02-01", "2024-03-01", "2024-05-10", "2024-07-19"))
          .isEqualTo(MONTH);
    }

    /** Nine months and 30 days at the end: another interval, though about as long. */
    @Test
    void anIntervalOfAboutTheSameLengthIsAnother() {
      assertThat(
              mostCommon(
                  "2024-01-10",
                  "2024-02-10",
                  "2024-03-10",
                  "2024-04-10",
                  "2024-05-10",
                  "2024-06-09"))
          .isEqualTo(MONTH);
    }

    /** 20 and 50 days are 35 on average: five weeks. 20 and 41 are 30.5: a month. */
    @Test
    void whereNoneOccursTwiceTheStandardIntervalNearestToTheAverageIsTaken() {
      assertThat(mostCommon("2024-01-01", "2024-01-21", "2024-03-11"))
          .isEqualTo(new UnitPeriod(5, PeriodUnit.WEEKS));
      assertThat(mostCommon("2024-01-01", "2024-01-21", "2024-03-02")).isEqualTo(MONTH);
    }

    @Test
    void theLargerOneIsTakenWhereItOccursMoreOften() {
      assertThat(mostCommon("2024-01-10", "2024-02-10", "2024-05-10", "2024-08-10"))
          .isEqualTo(new UnitPeriod(3, PeriodUnit.MONTHS));
    }

    @Test
    void twoPaymentsOnOneDayHaveNoPeriodBetweenThem() {
      assertThat(mostCommon("2024-01-01", "2024-01-15", "2024-01-15", "2024-01-15", "2024-01-29"))
          .isEqualTo(new UnitPeriod(2, PeriodUnit.WEEKS));
    }

    @Test
    void periodsThatAreNotWholeWeeksAreDays() {
      assertThat(mostCommon("2024-01-01", "2024-01-11", "2024-01-21"))
          .isEqualTo(new UnitPeriod(10, PeriodUnit.DAYS));
    }

    /** 31 January to 29 February is a month forward, 29 February to 31 March a month back. */
    @Test
    void monthsReachFromEndToEnd() {
      assertThat(mostCommon("2024-01-31", "2024-02-29")).isEqualTo(MONTH);
      assertThat(mostCommon("2024-02-29", "2024-03-31")).isEqualTo(MONTH);
    }

    /** Both in January: four weeks, and no month whose days could agree. */
    @Test
    void daysOfOneMonthAreNoMonth() {
      assertThat(mostCommon("2024-01-01", "2024-01-29"))
          .isEqualTo(new UnitPeriod(4, PeriodUnit.WEEKS));
    }

    @Test
    void itIsAtMostAYear() {
      assertThat(mostCommon("2020-01-10", "2022-01-10")).isEqualTo(YEAR);
      assertThat(mostCommon("2020-01-10", "2022-01-11")).isEqualTo(YEAR);
      assertThat(mostCommon("2023-01-10", "2024-01-10")).isEqualTo(YEAR);
    }

    /** A day short of a calendar year that holds a 29 February. */
    @Test
    void aPeriodOf365DaysIsAYearOfDays() {
      assertThat(mostCommon("2024-01-10", "2025-01-09"))
          .isEqualTo(new UnitPeriod(365, PeriodUnit.DAYS));
    }

    /**
     * Two and two, four and four weeks: two weeks. At 20 % in each, 10,000 are 3,000 / 1.2 + 3,600
     * / 1.2² + 5,184 / 1.2⁴ + 7,464.96 / 1.2⁶, a quarter each; 26 times 20 % are 520 %.
     */
    @Test
    void itIsFoundAmongAdvancesAndPaymentsInAnyOrder() {
      List<CashFlow> payments =
          List.of(
              flow("2024-03-25", "7464.96"),
              flow("2024-02-26", "5184"),
              flow("2024-01-29", "3600"),
              flow("2024-01-15", "3000"));

      assertThat(ActuarialApr.of(List.of(flow("2024-01-01", "10000")), payments))
          .contains(new BigDecimal("520.00"));
    }

    private static UnitPeriod mostCommon(String... days) {
      return UnitPeriod.mostCommon(Arrays.stream(days).map(Loans::day).toList());
    }
  }

  /** Whole unit periods are counted back from the later day; the rest is at the beginning. */
  @Nested
  class ParagraphB5 {

    @Test
    void daysAreDividedByTheDaysOfTheUnitPeriod() {
      assertCounts("2024-01-01", "2024-01-26", new UnitPeriod(10, PeriodUnit.DAYS), 2, 5.0 / 10);
    }

    @Test
    void wholeMonthsOfAYearAreTwelfths() {
      assertCounts("2024-01-10", "2026-04-10", YEAR, 2, 3.0 / 12);
    }

    @Test
    void daysOfAYearAreDividedBy365() {
      assertCounts("2024-01-10", "2025-01-25", YEAR, 1, 15.0 / 365);
    }

    /** Not whole months are left: their days count, 2026-01-10 to 2026-03-15. */
    @Test
    void monthsAndDaysOfAYearAreDaysDividedBy365() {
      assertCounts("2026-01-10", "2028-03-15", YEAR, 2, 64.0 / 365);
    }

    private static void assertCounts(
        String from, String to, UnitPeriod unitPeriod, int whole, double odd) {
      UnitPeriods periods = UnitPeriods.between(day(from), day(to), unitPeriod);

      assertThat(periods.whole()).isEqualTo(whole);
      assertThat(periods.odd()).isCloseTo(odd, Offset.offset(1e-15));
    }
  }

  /** One advance and one payment within a year: the unit period is the term. */
  @Nested
  class ParagraphsB5viAndVii {

    private static final List<CashFlow> LENT = List.of(flow("2024-01-01", "100"));

    /** 6 % in six months of twelve; compounded by the month it would be 11.71 %. */
    @Test
    void wholeMonthsArePartsOfTwelve() {
      assertRate("12.00", LENT, flow("2024-07-01", "106"));
    }

    /** 1 % in 73 days of 365. */
    @Test
    void otherTermsArePartsOf365Days() {
      assertRate("5.00", LENT, flow("2024-03-14", "101"));
    }

    /** 100 x 1.01¹⁴ = 114.947421...: 14 months are compounded. */
    @Test
    void longerTermsAreCompounded() {
      assertRate("12.00", LENT, flow("2025-03-01", "114.95"));
    }
  }

  /** The rate at which advances and payments are worth the same. */
  @Nested
  class ParagraphB8 {

    private static final List<CashFlow> LENT = List.of(flow("2024-01-01", "100"));

    /** 100 x 1.1² + 100 x 1.1 = 231: 10 % a month. */
    @Test
    void severalAdvancesAndOnePayment() {
      List<CashFlow> lent = List.of(flow("2024-01-01", "100"), flow("2024-02-01", "100"));

      assertRate("120.00", lent, flow("2024-03-01", "231"));
    }

    /** 100 / 2 + 200 / 2² = 100: 100 % a month. */
    @Test
    void aRateThatDoublesTheDebt() {
      assertRate("1200.00", LENT, flow("2024-02-01", "100"), flow("2024-03-01", "200"));
    }

    /** 150 / 3 + 450 / 3² = 100: 200 % a month. */
    @Test
    void aRateThatTreblesTheDebt() {
      assertRate("2400.00", LENT, flow("2024-02-01", "150"), flow("2024-03-01", "450"));
    }

    /** 40 / 0.8 + 32 / 0.8² = 100: less comes back than was lent. */
    @Test
    void aRateBelowZero() {
      assertRate("-240.00", LENT, flow("2024-02-01", "40"), flow("2024-03-01", "32"));
    }

    @Test
    void moreOnTheSameDayIsWorthMoreAtEveryRate() {
      assertThat(ActuarialApr.of(LENT, List.of(flow("2024-01-01", "60"), flow("2024-01-01", "60"))))
          .isEmpty();
      assertThat(ActuarialApr.of(LENT, List.of(flow("2024-01-01", "120")))).isEmpty();
    }

    @Test
    void aUnitPeriodIsNotEmpty() {
      assertThatThrownBy(() -> new UnitPeriod(0, PeriodUnit.MONTHS))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void assertRate(String percent, List<CashFlow> lent, CashFlow... paid) {
    assertThat(ActuarialApr.of(lent, List.of(paid), MONTH, 2)).contains(new BigDecimal(percent));
  }
}
