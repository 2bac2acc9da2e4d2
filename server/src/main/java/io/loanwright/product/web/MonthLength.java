package io.loanwright.product.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loanwright.engine.date.DaysInMonth;

/** How many days make a month, as requests write it. */
enum MonthLength {
  ACTUAL("ACTUAL", DaysInMonth.ACTUAL),
  @JsonProperty("30")
  DAYS_30("30", DaysInMonth.DAYS_30);

  private final String text;
  private final DaysInMonth rule;

  MonthLength(String text, DaysInMonth rule) {
    this.text = text;
    this.rule = rule;
  }

  static MonthLength of(DaysInMonth rule) {
    for (MonthLength length : values()) {
      if (length.rule == rule) {
        return length;
      }
    }
    return ACTUAL;
  }

  DaysInMonth rule() {
    return rule;
  }

  @Override
  public String toString() {
    return text;
  }
}
