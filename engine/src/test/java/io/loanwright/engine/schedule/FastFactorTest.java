package io.loanwright.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interest from 64 bits is right or unknown, and unknown only next to a tie. */
class FastFactorTest {

  private static final TimeShare MONTH = new TimeShare.Units(1, 0, 1, 1, 12, 31, 31);
  private static final BigDecimal UNITS = BigDecimal.TWO.pow(64);

  /** 12 % a year and a twelfth of it are 1 %. */
  private static final FastFactor ONE_PERCENT = factor("0.12", MONTH);

  @ParameterizedTest
  @CsvSource({"0, 0", "49, 0", "51, 1", "149, 1", "151, 2", "10000000000000000, 100000000000000"})
  void interestThatIsNoTieIsKnown(long balance, long interest) {
    assertThat(ONE_PERCENT.roundedInterestOn(balance)).isEqualTo(interest);
  }

  @ParameterizedTest
  @ValueSource(longs = {50, 150, 250, 10_000_000_000_000_001L})
  void tiesAndBalancesBeyondItsReachAreUnknown(long balance) {
    assertThat(ONE_PERCENT.roundedInterestOn(balance)).isEqualTo(Estimate.UNKNOWN);
  }

  @Test
  void noTimeBearsNothing() {
    assertThat(factor("0.12", new TimeShare.Days(0, 365)).roundedInterestOn(1_000)).isZero();
    assertThat(FastFactor.NOTHING.roundedInterestOn(1_000)).isZero();
    assertThat(FastFactor.NOTHING.isKnown()).isTrue();
  }

  /** No rate, a factor of one and more, digits that do not fit, and a part that is no fraction. */
  @Test
  void factorsWithoutABinaryFractionAreUnknown() {
    assertUnknown(factor("0", MONTH));
    assertUnknown(factor("1", new TimeShare.Days(365, 365)));
    assertUnknown(factor("2", new TimeShare.Days(365, 365)));
    assertUnknown(factor("0.1234567890123456789", MONTH));
    assertUnknown(factor("0.123456789012345678", new TimeShare.Days(31, 365)));
    assertUnknown(factor("0.12", new TimeShare.Convention(new BigDecimal("0.08"))));
  }

  @Test
  void factorIsKnownInDigitsToo() {
    assertThat(ONE_PERCENT.isKnown()).isTrue();
    assertThat(ONE_PERCENT.toDouble()).isCloseTo(0.01, within(0x1p-53));
    assertThat(factor("0.123456789012", new TimeShare.Days(365, 366)).toDouble())
        .isCloseTo(0.123456789012 * 365 / 366, within(0x1p-52));
  }

  @Property
  void roundsAsTheExactProductOrIsNextToATie(
      @ForAll @LongRange(min = 1, max = 900_000_000_000L) long rate,
      @ForAll @IntRange(min = 2, max = 12) int decimals,
      @ForAll @IntRange(min = 1, max = 366) int days,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long balance) {
    BigDecimal fraction = BigDecimal.valueOf(rate % Math.round(Math.pow(10, decimals)), decimals);
    FastFactor factor = factor(fraction.toPlainString(), new TimeShare.Days(days, 366));
    BigDecimal exact =
        BigDecimal.valueOf(balance)
            .multiply(fraction)
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(366), MathContext.DECIMAL128);

    long known = factor.roundedInterestOn(balance);

    if (known == Estimate.UNKNOWN) {
      assertThat(fraction.signum() == 0 || isNextToATie(exact, balance)).isTrue();
    } else {
      assertThat(known).isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }
  }

  /** Two units for each of the balance, and 100 for each of the interest and one. */
  private static boolean isNextToATie(BigDecimal exact, long balance) {
    BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
    BigDecimal off = exact.subtract(whole).subtract(new BigDecimal("0.5")).abs();
    BigDecimal doubt =
        whole
            .add(BigDecimal.ONE)
            .movePointRight(2)
            .add(BigDecimal.valueOf(balance).add(BigDecimal.valueOf(balance)));
    return off.multiply(UNITS).compareTo(doubt.add(BigDecimal.valueOf(balance))) <= 0;
  }

  private static void assertUnknown(FastFactor factor) {
    assertThat(factor.isKnown()).isFalse();
    assertThat(factor.roundedInterestOn(1_000)).isEqualTo(Estimate.UNKNOWN);
  }

  private static FastFactor factor(String rate, TimeShare share) {
    return new FastFactor.Maker(new BigDecimal(rate)).make(share);
  }
}
