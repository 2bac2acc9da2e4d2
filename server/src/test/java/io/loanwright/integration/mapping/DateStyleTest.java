package io.loanwright.integration.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates as other systems write them. */
class DateStyleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource({
    "YYYY_MM_DD, 2018-03-31, 2018-03-31",
    "YYYY_MM_DD, 2018/3/1, 2018-03-01",
    "YYYY_MM_DD, 2018-03-31T10:15:00Z, 2018-03-31",
    "YYYY_MM_DD, 2018-03-31 10:15, 2018-03-31",
    "YYYYMMDD, 20180331, 2018-03-31",
    "YYMMDD, 930705, 1993-07-05",
    "YYMMDD, 260101, 2026-01-01",
    "YYMMDD, 270101, 1927-01-01",
    "DD_MM_YYYY, 31.3.2018, 2018-03-31",
    "DD_MM_YYYY, 31/03/2018, 2018-03-31",
    "MM_DD_YYYY, 03/31/2018, 2018-03-31",
    "DD_MON_YYYY, 31 mar 2018, 2018-03-31",
    "MON_YYYY, Mar-2018, 2018-03-15",
    "YYYY_MM, 2018-03, 2018-03-15",
    "MM_YYYY, 3/2018, 2018-03-15",
  })
  void isReadAsItIsMeant(DateStyle style, String text, LocalDate date) {
    assertThat(style.parse(text, TODAY)).contains(date);
  }

  @ParameterizedTest
  @CsvSource({
    "YYYY_MM_DD, 2018-02-30",
    "YYYY_MM_DD, 1899-12-31",
    "YYYY_MM_DD, 2200-01-01",
    "YYYY_MM_DD, 31.03.2018",
    "DD_MM_YYYY, 03/31/2018",
    "YYMMDD, 9307",
    "MON_YYYY, Mrz-2018",
    "YYYYMMDD, tomorrow",
  })
  void isNotGuessed(DateStyle style, String text) {
    assertThat(style.parse(text, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DateStyle.class)
  void readsItsOwnExample(DateStyle style) {
    assertThat(style.parse(style.example(), TODAY)).isPresent();
  }

  @Test
  void aMonthWithoutADayIsItsMiddle() {
    assertThat(DateStyle.YYYY_MM.parse("2024-02", TODAY)).contains(LocalDate.of(2024, 2, 15));
  }
}
