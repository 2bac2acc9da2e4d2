package io.loanwright.borrower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same number, written with the calling code of its country and without. */
class PhoneNumberTest {

  private static boolean isSame(String typed, String kept) {
    String digits = kept.replaceAll("[^0-9]", "");
    return PhoneNumber.digits(typed).equals(digits)
        || PhoneNumber.otherForms(typed).contains(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "0712 345678, +254 712 345678",
    "712345678, +254712345678",
    "+254 712 345678, 0712-345678",
    "00254 712 345678, +254712345678",
    "+254712345678, 00254 712 345678",
    "254712345678, 0712345678",
    "020 7946 0000, +44 (0)20 7946 0000",
    "+44 20 7946 0000, +44 (0)20 7946 0000",
    "+44 (0)20 7946 0000, 020 7946 0000",
    "(212) 555-0100, +1 212 555 0100",
  })
  void isTheSame(String typed, String kept) {
    assertThat(isSame(typed, kept)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "+254 712 345678, +255 712 345678",
    "0712345678, 0712345679",
    "+254712345678, +25471234567",
    "345678, +254712345678",
    "0000, 254",
  })
  void isAnother(String typed, String kept) {
    assertThat(isSame(typed, kept)).isFalse();
  }

  @Test
  void hasFewForms() {
    // Two without a calling code; of each code three.
    assertThat(PhoneNumber.otherForms("+254712345678")).hasSize(4);
    assertThat(PhoneNumber.otherForms("0712345678").size()).isLessThan(1000);
  }
}
