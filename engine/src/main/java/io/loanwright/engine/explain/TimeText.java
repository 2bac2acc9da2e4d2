package io.loanwright.engine.explain;

import io.loanwright.engine.schedule.TimeShare;

/** Writes a part of a year as a sum that a person can follow: {@code 20/366 + 11/365}. */
final class TimeText {

  private TimeText() {}

  static String of(TimeShare share) {
    return switch (share) {
      case TimeShare.Nothing _ -> "0";
      case TimeShare.Days(long days, int year) -> days + "/" + year;
      case TimeShare.Years years -> of(years);
      case TimeShare.Units units -> of(units);
      case TimeShare.Convention(var years) -> years.toPlainString();
    };
  }

  private static String of(TimeShare.Years share) {
    String between = share.wholeYears() == 0 ? "" : " + " + share.wholeYears();
    return "%d/%d%s + %d/%d"
        .formatted(
            share.firstDays(), share.firstYear(), between, share.lastDays(), share.lastYear());
  }

  private static String of(TimeShare.Units share) {
    String whole = share.units() * share.daysOfUnit() + "/" + share.year();
    String begun =
        "%d/%d x %d/%d"
            .formatted(share.left(), share.unitLength(), share.daysOfUnit(), share.year());
    String all = share.left() == 0 ? whole : share.units() == 0 ? begun : whole + " + " + begun;
    return share.days() == share.ofDays() ? all : scaled(all, share.days(), share.ofDays());
  }

  /** Returns days of a period that counts for a part of a year. */
  static String scaled(String all, long days, long ofDays) {
    String whole = all.contains("+") ? "(" + all + ")" : all;
    return "%s x %d/%d".formatted(whole, days, ofDays);
  }
}
