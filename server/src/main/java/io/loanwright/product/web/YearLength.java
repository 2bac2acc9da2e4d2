package io.loanwright.product.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loanwright.engine.date.DaysInYear;

/** How many days make a year, as requests write it. */
enum YearLength {
  ACTUAL("ACTUAL", DaysInYear.ACTUAL),
  @JsonProperty("360")
  DAYS_360("360", DaysInYear.DAYS_360),
  @JsonProperty("364")
  DAYS_364("364", DaysInYear.DAYS_364),
  @JsonProperty("365")
  DAYS_365("365", DaysInYear.DAYS_365);

  private final String text;
  private final DaysInYear rule;

  YearLength(String text, DaysInYear rule) {
    this.text = text;
    this.rule = rule;
  }

  static YearLength of(DaysInYear rule) {
    for (YearLength length : values()) {
      if (length.rule == rule) {
        return length;
      }
    }
    return ACTUAL;
  }

  DaysInYear rule() {
    return rule;
  }

  @Override
  public String toString() {
    return text;
  }
}
