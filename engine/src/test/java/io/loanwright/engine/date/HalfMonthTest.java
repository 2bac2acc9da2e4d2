package io.loanwright.engine.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first half of a month ends with the 15th, that day included. */
class HalfMonthTest {

  @ParameterizedTest
  @CsvSource({
    // Saturday the 13th: Monday the 15th is in the same half.
    "2024-04-13, 2024-04-15",
    // Saturday the 15th: Monday the 17th is in the other half, Friday the 14th is not.
    "2024-06-15, 2024-06-14",
    // Sunday the 16th: both are in the second half.
    "2024-06-16, 2024-06-17",
  })
  void aDayStaysInItsHalfOfTheMonth(LocalDate day, LocalDate shifted) {
    assertThat(WorkdayShift.MODIFIED_FOLLOWING_HALF_MONTH.shift(day, Workdays.MONDAY_TO_FRIDAY))
        .isEqualTo(shifted);
  }
}
