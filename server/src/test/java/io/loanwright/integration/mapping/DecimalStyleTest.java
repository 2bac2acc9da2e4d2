package io.loanwright.integration.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as other systems write them. */
class DecimalStyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT | 1234.56 | 1234.56",
        "POINT | 1,234,567.5 | 1234567.5",
        "POINT | 1 234 | 1234",
        "POINT | -5 | -5",
        "COMMA | 1234,56 | 1234.56",
        "COMMA | 1.234,56 | 1234.56",
        "COMMA | 1.234 | 1234",
        "POINT | 21.100000028 | 21.100000028",
      })
  void isReadExactly(DecimalStyle style, String text, BigDecimal number) {
    assertThat(style.parse(text)).contains(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT | 1.234,56",
        "POINT | 12,34",
        "POINT | 1e9",
        "POINT | 12x",
        "POINT | .5",
        "COMMA | 1234.5",
      })
  void isNotGuessed(DecimalStyle style, String text) {
    assertThat(style.parse(text)).isEmpty();
  }
}
