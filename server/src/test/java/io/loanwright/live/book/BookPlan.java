package io.loanwright.live.book;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a book is to be.
 *
 * @param loans how many
 * @param seed what everything that is drawn follows from
 */
record BookPlan(Lending lending, long loans, long seed, Ages ages) {

  private static final int HUNDRED = 100;
  private static final int MANY_LOANS = 15;
  private static final int MOST_LOANS = 3;
  private static final double OLDEST = 1.2;
  private static final int STEP = 50;
  private static final int LONG_AGO = 700;
  private static final int LATELY = 15;

  /** So many days before a due date none falls on another due date. */
  private static final int DAYS_OF_MONTH = 25;

  private static final int DAYS_OF_WEEK = 5;

  Currency currency() {
    return lending.offers().getFirst().definition().terms().currency();
  }

  LocalDate today() {
    return lending.today();
  }

  /** Returns what a borrower's life follows from. */
  SplittableRandom random(long place) {
    return new SplittableRandom(mixed(seed, place));
  }

  /** Seeds that lie side by side would draw the same, a step apart: SplittableRandom only adds. */
  private static long mixed(long seed, long place) {
    long bits = (seed * 31 + place) * 0xFF51_AFD7_ED55_8CCDL;
    bits = (bits ^ bits >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
    return bits ^ bits >>> 33;
  }

  /** Returns how many loans a borrower has, if there are enough left. */
  int loansOf(long place) {
    if (ages.months() != null) {
      return 1;
    }
    SplittableRandom random = new SplittableRandom(mixed(~seed, place));
    return random.nextInt(HUNDRED) < MANY_LOANS ? random.nextInt(2, MOST_LOANS + 1) : 1;
  }

  /**
   * Draws a loan.
   *
   * @param before the day by which it should be over; null for the last one of a borrower
   */
  BorrowerLife.Wish wish(SplittableRandom random, @Nullable LocalDate before) {
    Lending.Offer offer = offer(random);
    LoanTerms terms = BorrowerLife.oneOf(offer.terms(), random);
    double share = random.nextDouble();
    int whole =
        offer.least() + (int) (share * share * (offer.most() - offer.least())) / STEP * STEP;
    Money amount = Money.of(String.valueOf(whole), terms.currency());
    if (before != null) {
      LocalDate on = before.minusDays(days(terms) + random.nextInt(LATELY, 4 * LATELY));
      return new BorrowerLife.Wish(offer, terms, amount, on, Fate.PAID_OUT);
    }
    Fate fate = ages.due() == null ? Fate.any(random) : Fate.PAID_OUT;
    LocalDate on =
        switch (fate) {
          case PAID_OUT -> paidOut(terms, random);
          case WAITS, APPROVED -> today().minusDays(random.nextInt(LATELY));
          case REJECTED, WITHDRAWN, CANCELLED ->
              today().minusDays(random.nextInt(LATELY, longAgo()));
        };
    return new BorrowerLife.Wish(offer, terms, amount, on, fate);
  }

  /** Returns whether nobody has paid what is due on a day yet. */
  boolean staysUnpaid(LocalDate dueOn) {
    return ages.due() != null && !dueOn.isBefore(today());
  }

  private Lending.Offer offer(SplittableRandom random) {
    int drawn = random.nextInt(HUNDRED);
    for (Lending.Offer offer : lending.offers()) {
      drawn -= offer.percent();
      if (drawn < 0) {
        return offer;
      }
    }
    return lending.offers().getFirst();
  }

  private LocalDate paidOut(LoanTerms terms, SplittableRandom random) {
    Integer due = ages.due();
    if (due == null) {
      return today().minusDays(1 + (long) (random.nextDouble() * oldest(terms)));
    }
    CalendarTerms calendar = terms.repayment().calendar();
    int passed = random.nextInt(1, 1 + most(calendar));
    LocalDate on = today().minus(period(calendar, passed));
    return random.nextInt(HUNDRED) < due
        ? on
        : on.minusDays(
            1
                + random.nextInt(
                    calendar.unit() == PeriodUnit.MONTHS ? DAYS_OF_MONTH : DAYS_OF_WEEK));
  }

  /** Returns how many installments of a loan that still runs have fallen due at most. */
  private int most(CalendarTerms calendar) {
    int most = calendar.repayments() - 1;
    Integer sinceBegun = sinceBegun();
    if (sinceBegun == null) {
      return most;
    }
    int fit = 1;
    LocalDate begun = today().minusDays(sinceBegun);
    while (fit < most && !today().minus(period(calendar, fit + 1)).isBefore(begun)) {
      fit++;
    }
    return fit;
  }

  /** Returns how many days ago a loan was paid out at most. */
  private double oldest(LoanTerms terms) {
    double inLife = OLDEST * days(terms);
    Integer sinceBegun = sinceBegun();
    return sinceBegun == null ? inLife : Math.min(inLife, sinceBegun);
  }

  /** Returns how many days ago somebody applied at most whose application came to nothing. */
  private int longAgo() {
    Integer sinceBegun = sinceBegun();
    return sinceBegun == null ? LONG_AGO : Math.min(LONG_AGO, sinceBegun);
  }

  /** Returns how many days the lender has lent; null if that was before any loan of the book. */
  private @Nullable Integer sinceBegun() {
    Integer months = ages.months();
    return months == null
        ? null
        : Math.toIntExact(ChronoUnit.DAYS.between(today().minusMonths(months), today()));
  }

  private static Period period(CalendarTerms calendar, int times) {
    int every = calendar.every() * times;
    return switch (calendar.unit()) {
      case DAYS -> Period.ofDays(every);
      case WEEKS -> Period.ofWeeks(every);
      case MONTHS -> Period.ofMonths(every);
    };
  }

  private long days(LoanTerms terms) {
    CalendarTerms calendar = terms.repayment().calendar();
    LocalDate end = today().plus(period(calendar, calendar.repayments()));
    return ChronoUnit.DAYS.between(today(), end);
  }
}
