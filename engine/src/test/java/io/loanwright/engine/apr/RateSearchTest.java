package io.loanwright.engine.apr;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.apr.EffectiveApr.TimedFlow;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a search could miss a rate: at the ends of what it looks at, and beyond a first guess. */
class RateSearchTest {

  /** The first step away from zero ends at 0.0001, or -0.0001 / 1.0001 on the other side. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.999, -0.5, -1e-4 / (1 + 1e-4), -5e-5, 0, 5e-5, 1e-4, 0.5, 1, 100})
  void findsTheOneRate(double rate) {
    assertThat(nearest(x -> rate - x)).isCloseTo(rate, Offset.offset(1e-12));
    assertThat(nearest(x -> x - rate)).isCloseTo(rate, Offset.offset(1e-12));
  }

  @Test
  void findsTheRateNearestToZero() {
    assertThat(nearest(x -> (x - 0.2) * (x - 0.3))).isCloseTo(0.2, Offset.offset(1e-12));
    assertThat(nearest(x -> (x + 0.2) * (x - 0.4))).isCloseTo(-0.2, Offset.offset(1e-12));
  }

  @Test
  void findsNoneWhereTheSignNeverChanges() {
    assertThat(RateSearch.crossing(x -> x * x + 1)).isEmpty();
  }

  /** 100 / 2 = 50, and 900 / 3² = 100. */
  @Test
  void yearlyRatesOfAHundredPercentAndMore() {
    assertThat(EffectiveApr.of(List.of(flow(0, "50")), List.of(flow(1, "100")), 2))
        .contains(new BigDecimal("100.00"));
    assertThat(EffectiveApr.of(List.of(flow(0, "100")), List.of(flow(2, "900")), 2))
        .contains(new BigDecimal("200.00"));
  }

  private static double nearest(DoubleUnaryOperator value) {
    OptionalDouble rate = RateSearch.crossing(value);
    assertThat(rate).isPresent();
    return rate.getAsDouble();
  }

  private static TimedFlow flow(double years, String amount) {
    return new TimedFlow(years, new BigDecimal(amount));
  }
}
