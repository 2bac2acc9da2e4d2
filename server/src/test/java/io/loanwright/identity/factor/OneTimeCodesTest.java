package io.loanwright.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes are those of RFC 6238, and each is taken once. */
class OneTimeCodesTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** Source: RFC 6238, appendix B, SHA1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCodes.stepOf(code, SECRET, Instant.ofEpochSecond(second), 0))
        .hasValue(second / 30);
  }

  @Test
  void aCodeIsTakenHalfAMinuteEarlyOrLateAndNotTwice() {
    Instant now = Instant.ofEpochSecond(1_111_111_109);
    long step = now.getEpochSecond() / 30;

    assertThat(of("081804", now.plusSeconds(30), 0)).hasValue(step);
    assertThat(of("081804", now.minusSeconds(30), 0)).hasValue(step);
    assertThat(of("081804", now.plusSeconds(60), 0)).isEmpty();
    assertThat(of("081804", now.minusSeconds(60), 0)).isEmpty();
    assertThat(of("081804", now, step)).isEmpty();
    assertThat(of("081804", now, step - 1)).hasValue(step);
  }

  @Test
  void whatIsNoCodeIsNone() {
    Instant now = Instant.ofEpochSecond(1_111_111_109);

    for (String typed : new String[] {"", "81804", "0081804", "08180x", "-81804", "٠٨١٨٠٤"}) {
      assertThat(of(typed, now, 0)).as(typed).isEmpty();
    }
  }

  /** Source: RFC 4648, part 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "f,MY",
    "fo,MZXQ",
    "foo,MZXW6",
    "foob,MZXW6YQ",
    "fooba,MZXW6YTB",
    "foobar,MZXW6YTBOI"
  })
  void bytesAreWrittenAsInTheStandard(String bytes, String text) {
    assertThat(Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  @Test
  void recoveryCodesAreReadHoweverTheyAreTyped() {
    String code = RecoveryCodes.next().getFirst();
    UUID user = UUID.randomUUID();

    assertThat(code).matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}");
    assertThat(RecoveryCodes.hash(user, " " + code.toLowerCase(Locale.ROOT).replace("-", " ")))
        .isEqualTo(RecoveryCodes.hash(user, code));
  }

  private static OptionalLong of(String code, Instant now, long after) {
    return OneTimeCodes.stepOf(code, SECRET, now, after);
  }

  /** Each letter of it is nine characters of an address, and a picture has room for 2,331. */
  @Test
  void aLongNameOfTheOrganizationIsCut() {
    Enrolment enrolment =
        Enrolment.of(new byte[20], "\u0e01".repeat(200), "a".repeat(64) + "@b.example");

    assertThat(enrolment.size()).isPositive();
    assertThat(enrolment.uri()).endsWith("issuer=" + "%E0%B8%81".repeat(30));
  }
}
