package io.loanwright.engine.date;

import static io.loanwright.engine.date.DayCount.PRECISION;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Day counts in which every month has 30 days: they differ in what day 31 and the end of February
 * count as.
 */
enum ThirtyDayMonths implements DayCount.Rule {
  BOND_BASIS {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      int from = Math.min(start.getDayOfMonth(), LAST);
      return between(start, end, from, endAfter(from, end.getDayOfMonth()));
    }
  },
  UNITED_STATES {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      int to = endsFebruary(start) && endsFebruary(end) ? LAST : end.getDayOfMonth();
      return between(start, end, roundedUp(start), endAfter(roundedUp(start), to));
    }
  },
  SECURITIES_ASSOCIATION {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      int from = roundedUp(start);
      return between(start, end, from, endAfter(from, end.getDayOfMonth()));
    }
  },
  EUROBOND {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      return between(
          start, end, Math.min(start.getDayOfMonth(), LAST), Math.min(end.getDayOfMonth(), LAST));
    }
  },
  EUROBOND_ISDA {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      boolean stays = endsFebruary(end) && end.equals(context.maturity());
      int to = stays ? end.getDayOfMonth() : roundedUp(end);
      return between(start, end, roundedUp(start), to);
    }
  },
  EUROBOND_PLUS {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      int to = end.getDayOfMonth() > LAST ? LAST + 1 : end.getDayOfMonth();
      return between(start, end, Math.min(start.getDayOfMonth(), LAST), to);
    }
  },
  EUROBOND_365 {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      return between(start, end, roundedUp(start), roundedUp(end));
    }

    @Override
    public BigDecimal years(LocalDate start, LocalDate end, DayCountContext context) {
      return BigDecimal.valueOf(days(start, end, context)).divide(DAYS_365, PRECISION);
    }
  },
  SPREADSHEET {
    @Override
    public long days(LocalDate start, LocalDate end, DayCountContext context) {
      boolean bothEndFebruary = endsFebruary(start) && endsFebruary(end);
      int to = bothEndFebruary ? LAST : endAfter(start.getDayOfMonth(), end.getDayOfMonth());
      return between(start, end, roundedUp(start), to);
    }
  };

  private static final int LAST = 30;
  private static final int MONTHS_IN_YEAR = 12;
  private static final BigDecimal DAYS_360 = BigDecimal.valueOf(360);
  private static final BigDecimal DAYS_365 = BigDecimal.valueOf(365);

  @Override
  public abstract long days(LocalDate start, LocalDate end, DayCountContext context);

  @Override
  public BigDecimal years(LocalDate start, LocalDate end, DayCountContext context) {
    return BigDecimal.valueOf(days(start, end, context)).divide(DAYS_360, PRECISION);
  }

  private static long between(LocalDate start, LocalDate end, int from, int to) {
    int months =
        MONTHS_IN_YEAR * (end.getYear() - start.getYear())
            + end.getMonthValue()
            - start.getMonthValue();
    return (long) LAST * months + to - from;
  }

  /** Returns the end's day, where 31 becomes 30 only after a start at 30 or 31. */
  private static int endAfter(int from, int to) {
    return to > LAST && from >= LAST ? LAST : to;
  }

  private static int roundedUp(LocalDate day) {
    return endsFebruary(day) ? LAST : Math.min(day.getDayOfMonth(), LAST);
  }

  private static boolean endsFebruary(LocalDate day) {
    return day.getMonthValue() == 2 && day.getDayOfMonth() == day.lengthOfMonth();
  }
}
