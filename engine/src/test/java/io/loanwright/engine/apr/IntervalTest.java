package io.loanwright.engine.apr;

import static io.loanwright.engine.Loans.day;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Years of Directive 2014/17/EU, Annex I, remark (c). */
class IntervalTest {

  /**
   * One year back from 15 January 2014; the 349 days before it are parts of the year that ends on
   * 15 January 2013, which has a 29 February.
   */
  @Test
  void daysLeftOverArePartsOfTheYearThatEndsWhereTheyEnd() {
    Interval interval = Interval.inWholeYears(day("2012-02-01"), day("2014-01-15"));

    assertThat(interval).isEqualTo(new Interval(1, 349, day("2013-01-15")));
    assertThat(interval.inYears()).isCloseTo(1 + 349.0 / 366, Offset.offset(1e-15));
  }

  @Test
  void wholeYearsLeaveNoDays() {
    assertThat(Interval.inWholeYears(day("2012-01-15"), day("2014-01-15")))
        .isEqualTo(new Interval(2, 0, day("2012-01-15")));
  }
}
