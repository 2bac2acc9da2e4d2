package io.loanwright.engine.oracle;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.oracle.SlowLoan.Payment;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.YearBoundary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Loans that get another rate, more time or more money, once or more often. Until the last change
 * the borrower pays what is due, in time, late, in part or not at all; afterwards as he likes.
 */
final class RandomChanges {

  private static final List<DaysInYear> YEARS =
      List.of(DaysInYear.DAYS_360, DaysInYear.DAYS_364, DaysInYear.DAYS_365);

  private final Random random;
  private final LoanTerms terms;
  private final LocalDate start;
  private final long lent;
  private final List<SlowChange> changes = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();

  /**
   * A loan, what changes, and what is paid.
   *
   * @param lent in minor units
   */
  record Changed(
      LoanTerms terms,
      LocalDate start,
      long lent,
      List<SlowChange> changes,
      List<Payment> payments) {

    SlowLoan slow() {
      return SlowLoan.thatChanges(terms, start, lent, changes);
    }
  }

  private RandomChanges(Random random, LoanTerms terms) {
    this.random = random;
    this.terms = terms;
    this.start = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3_000));
    this.lent = 50_000L + random.nextInt(10_000_000);
  }

  /** Returns a story. */
  static Changed next(Random random) {
    RandomChanges story = new RandomChanges(random, terms(random));
    story.change();
    story.pay();
    return new Changed(story.terms, story.start, story.lent, story.changes, story.payments);
  }

  private static LoanTerms terms(Random random) {
    DaysInYear year = pick(random, YEARS);
    DaysInMonth month =
        year == DaysInYear.ACTUAL
            ? DaysInMonth.ACTUAL
            : pick(random, List.of(DaysInMonth.values()));
    InterestTerms interest =
        new InterestTerms(
            rate(random),
            InterestMethod.DECLINING_BALANCE,
            InterestPeriod.DAILY,
            PartialPeriod.BY_DAYS,
            year,
            month,
            pick(random, List.of(YearBoundary.values())));
    int count = 2 + random.nextInt(23);
    PeriodUnit unit = random.nextInt(4) == 0 ? PeriodUnit.WEEKS : PeriodUnit.MONTHS;
    int every = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
    Amortization way =
        random.nextInt(3) == 0
            ? pick(random, List.of(Amortization.values()))
            : Amortization.EQUAL_INSTALLMENTS;
    return LoanTerms.of(
        Currency.of("EUR"),
        interest,
        new RepaymentTerms(
            new CalendarTerms(count, every, unit, null, null, null),
            way,
            InstallmentTerms.of(InstallmentRounding.HALF_EVEN),
            BigDecimal.ZERO));
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static BigDecimal rate(Random random) {
    return BigDecimal.valueOf(100 + random.nextInt(5_900), 2);
  }

  /** Returns a story of a loan whose interest follows payments, on which nothing is agreed anew. */
  static Changed following(Random random) {
    LoanTerms any = terms(random);
    LoanTerms terms =
        any.withRepayment(
                new RepaymentTerms(
                    any.repayment().calendar(),
                    Amortization.EQUAL_INSTALLMENTS,
                    any.repayment().installment(),
                    BigDecimal.ZERO))
            .withRecalculation(
                new RecalculationTerms(
                    Recalculation.FOLLOWS_PAYMENTS,
                    Rest.DAILY,
                    PayoffInterest.UNTIL_PAYOFF_DATE,
                    pick(random, List.of(OverdueInterest.values()))));
    RandomChanges followed = new RandomChanges(random, terms);
    followed.pay();
    return new Changed(terms, followed.start, followed.lent, List.of(), followed.payments);
  }

  private void change() {
    List<LocalDate> due = SlowCalendar.due(terms.repayment().calendar(), start);
    long days = due.getLast().toEpochDay() - start.toEpochDay();
    boolean isBullet = terms.repayment().amortization() == Amortization.BULLET;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      LocalDate on = start.plusDays(random.nextLong(days));
      SlowChange change =
          switch (random.nextInt(isBullet ? 3 : 4)) {
            case 0 -> new SlowChange.Rate(on, rate(random));
            case 1 -> new SlowChange.Money(on, 1 + random.nextLong(lent));
            case 2 -> new SlowChange.Pause(on, on.plusDays(random.nextInt(60)));
            default -> new SlowChange.Time(on, 1 + random.nextInt(12));
          };
      if (changes.stream().noneMatch(other -> other.on().equals(on))) {
        changes.add(change);
      }
    }
    changes.sort(Comparator.comparing(SlowChange::on));
    LocalDate last = changes.getLast().on();
    changes.removeIf(change -> change instanceof SlowChange.Pause && change.on().isBefore(last));
  }

  private void pay() {
    LocalDate last = changes.isEmpty() ? LocalDate.MAX : changes.getLast().on();
    LocalDate day = start;
    while (payments.size() < 20 && random.nextInt(15) > 0) {
      day = day.plusDays(1 + random.nextInt(60));
      LocalDate on = day;
      if (changes.stream().anyMatch(change -> change.on().equals(on))) {
        continue;
      }
      SlowLoan slow = SlowLoan.thatChanges(terms, start, lent, changes);
      slow.liveUntil(day, payments);
      SlowLoan.State now = slow.state();
      if (now.closedOn() != null) {
        return;
      }
      long due = slow.dueUntil(day);
      long most = day.isBefore(last) ? due : Math.max(due, now.payoff());
      if (changes.isEmpty() && random.nextInt(10) == 0) {
        add(day, now.payoff());
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> add(day, random.nextLong(1 + most));
        case 1 -> add(day, most);
        default -> add(day, due);
      }
    }
  }

  private void add(LocalDate on, long minor) {
    if (minor > 0) {
      payments.add(new Payment(1 + payments.size(), on, minor, null));
    }
  }
}
