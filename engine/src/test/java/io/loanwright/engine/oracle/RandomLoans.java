package io.loanwright.engine.oracle;

import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.DueDay;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import io.loanwright.engine.terms.YearBoundary;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** Loans of every kind that terms can say, the ordinary ones more often. */
public final class RandomLoans {

  private static final List<Currency> CURRENCIES =
      List.of(Currency.of("EUR"), Currency.of("EUR"), Currency.of("JPY"), Currency.of("KWD"));
  private static final List<DayCount> CONVENTIONS =
      List.of(
          DayCount.ACT_360, DayCount.ACT_365_FIXED, DayCount.ACT_ACT_ISDA, DayCount.THIRTY_E_360);
  private static final List<WorkdayShift> SHIFTS =
      List.of(
          WorkdayShift.NONE,
          WorkdayShift.FOLLOWING,
          WorkdayShift.PRECEDING,
          WorkdayShift.MODIFIED_FOLLOWING,
          WorkdayShift.MODIFIED_PRECEDING);

  private final SplittableRandom random;
  private final int mostInstallments;

  /**
   * A loan.
   *
   * @param terms what was agreed
   * @param disbursedOn when the money goes out
   * @param principal how much
   */
  public record Loan(LoanTerms terms, LocalDate disbursedOn, Money principal) {}

  public RandomLoans(long seed, int mostInstallments) {
    this.random = new SplittableRandom(seed);
    this.mostInstallments = mostInstallments;
  }

  public Loan next() {
    LocalDate on = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3_000));
    Currency currency = pick(CURRENCIES);
    RepaymentTerms repayment = repayment(on);
    LoanTerms terms = LoanTerms.of(currency, interest(), repayment);
    if (oneIn(5)) {
      int most = repayment.calendar().repayments() - 1;
      terms = terms.withGrace(new GraceTerms(upTo(most), upTo(most), upTo(most)));
    }
    if (oneIn(6)) {
      terms = terms.withCharges(List.of(charge()));
    }
    return new Loan(terms, on, new Money(principal(), currency));
  }

  /** Round amounts are where ties are; odd ones are where everything else is. */
  private long principal() {
    return switch (random.nextInt(5)) {
      case 0 -> 1 + random.nextInt(500);
      case 1 -> 10_000L * (1 + random.nextInt(1_000));
      case 2 -> 100_000L * (1 + random.nextInt(100_000));
      case 3 -> random.nextLong(1, 10_000_000_000_000L);
      default -> random.nextLong(1, 100_000_000);
    };
  }

  private InterestTerms interest() {
    InterestTerms terms =
        new InterestTerms(
            rate(),
            oneIn(6) ? InterestMethod.FLAT : InterestMethod.DECLINING_BALANCE,
            oneIn(3) ? InterestPeriod.SAME_AS_REPAYMENT_PERIOD : InterestPeriod.DAILY,
            pick(List.of(PartialPeriod.values())),
            pick(List.of(DaysInYear.values())),
            pick(List.of(DaysInMonth.values())),
            pick(List.of(YearBoundary.values())));
    return oneIn(6) ? terms.withDayCount(pick(CONVENTIONS)) : terms;
  }

  private BigDecimal rate() {
    return switch (random.nextInt(6)) {
      case 0 -> BigDecimal.valueOf(random.nextInt(40));
      case 1 -> BigDecimal.valueOf(random.nextInt(2_000), 1);
      case 2 -> BigDecimal.valueOf(random.nextInt(10_000_000), 4);
      case 3 -> BigDecimal.valueOf(random.nextLong(100_000_000_000_000L), 12);
      default -> BigDecimal.valueOf(random.nextInt(4_000), 2);
    };
  }

  private RepaymentTerms repayment(LocalDate on) {
    Amortization amortization =
        oneIn(3) ? pick(List.of(Amortization.values())) : Amortization.EQUAL_INSTALLMENTS;
    return new RepaymentTerms(
        calendar(on),
        amortization,
        installment(),
        oneIn(8) ? BigDecimal.valueOf(random.nextInt(1, 1_000), 1) : BigDecimal.ZERO);
  }

  private InstallmentTerms installment() {
    InstallmentRounding rounding =
        oneIn(3) ? pick(List.of(InstallmentRounding.values())) : InstallmentRounding.HALF_EVEN;
    BigDecimal multiple = oneIn(8) ? BigDecimal.valueOf(random.nextInt(1, 200)) : null;
    BigDecimal agreed = oneIn(20) ? BigDecimal.valueOf(random.nextInt(1, 1_000_000), 2) : null;
    return new InstallmentTerms(rounding, multiple, agreed);
  }

  private CalendarTerms calendar(LocalDate on) {
    int count = 1 + random.nextInt(oneIn(10) ? mostInstallments : Math.min(36, mostInstallments));
    PeriodUnit unit = oneIn(3) ? pick(List.of(PeriodUnit.values())) : PeriodUnit.MONTHS;
    int every = oneIn(3) ? 1 + random.nextInt(unit == PeriodUnit.DAYS ? 30 : 6) : 1;
    if (oneIn(25)) {
      return CalendarTerms.ofDates(listed(on, count));
    }
    LocalDate start = oneIn(10) ? on.minusDays(random.nextInt(40)) : null;
    LocalDate first = oneIn(8) ? on.plusDays(40 + random.nextInt(60)) : null;
    Integer length = first == null && oneIn(20) ? count * every + upTo(4) : null;
    CalendarTerms terms = new CalendarTerms(count, every, unit, start, first, length);
    if (unit == PeriodUnit.MONTHS && length == null && oneIn(8)) {
      terms = terms.withDueDay(dueDay());
    }
    return oneIn(8) && length == null ? terms.withWorkdays(workdays(on)) : terms;
  }

  private List<LocalDate> listed(LocalDate on, int count) {
    List<LocalDate> dates = new ArrayList<>();
    LocalDate at = on;
    for (int i = 0; i < count; i++) {
      at = at.plusDays(1 + random.nextInt(100));
      dates.add(at);
    }
    return dates;
  }

  private DueDay dueDay() {
    DayOfWeek weekday = pick(List.of(DayOfWeek.values()));
    return switch (random.nextInt(4)) {
      case 0 -> DueDay.ofMonth(1 + random.nextInt(31));
      case 1 -> DueDay.nth(1 + random.nextInt(4), weekday);
      case 2 -> DueDay.last(weekday);
      default -> DueDay.MONTH_END;
    };
  }

  private WorkdayTerms workdays(LocalDate on) {
    List<LocalDate> holidays = new ArrayList<>();
    for (int i = upTo(6); i > 0; i--) {
      holidays.add(on.plusDays(20 + random.nextInt(600)));
    }
    EnumSet<DayOfWeek> weekend =
        oneIn(2) ? EnumSet.of(DayOfWeek.SUNDAY) : EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return new WorkdayTerms(
        Workdays.of(weekend, holidays), pick(SHIFTS), pick(List.of(ShiftedInterest.values())));
  }

  private ChargeTerms charge() {
    return new ChargeTerms(
        "Service",
        ChargeKind.FEE,
        ChargeTiming.EACH_INSTALLMENT,
        pick(List.of(ChargeBasis.values())),
        BigDecimal.valueOf(random.nextInt(1, 1_000), 2),
        null);
  }

  private int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
