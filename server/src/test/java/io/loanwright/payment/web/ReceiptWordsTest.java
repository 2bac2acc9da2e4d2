package io.loanwright.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | KES | 416720.54 | KES_416,720.54 | Nov 21, 2026
          en-KE | KES | 416720.54 | KES_416,720.54 | 21 Nov 2026
          de    | EUR | 1250.50   | 1.250,50_EUR   | 21.11.2026
          fr    | XOF | 1250000   | 1_250_000_XOF  | 21 nov. 2026
          ar-EG | EGP | 5.00      | EGP_5.00       | 21/11/2026
          hi    | INR | 416720.54 | INR_416,720.54 | 2026-11-21
          en    | USD | 9007199254740993.01 | USD_9,007,199,254,740,993.01 | Nov 21, 2026
          """)
  void aSumAndADayAreWrittenAsTheScreensDo(
      String locale, String currency, String amount, String sum, String day) {
    ReceiptWords words = new ReceiptWords(Locale.forLanguageTag(locale), currency);

    assertThat(words.sum(amount).replace('\u00a0', '_')).isEqualTo(sum);
    assertThat(words.day(LocalDate.parse("2026-11-21"))).isEqualTo(day);
  }

  @Test
  void aMomentIsThatOfTheOrganizationsClock() {
    ReceiptWords words = new ReceiptWords(Locale.ENGLISH, "KES");

    assertThat(words.moment(Instant.parse("2026-11-20T22:15:30Z"), ZoneId.of("Africa/Nairobi")))
        .isEqualTo("Nov 21, 2026, 1:15\u00a0AM");
  }
}
