package io.loanwright.engine.explain;

import io.loanwright.engine.apr.ActuarialApr;
import io.loanwright.engine.apr.CashFlow;
import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.apr.EffectiveApr;
import io.loanwright.engine.apr.Interval;
import io.loanwright.engine.apr.UnitPeriod;
import io.loanwright.engine.apr.UnitPeriods;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.explain.Why.TimeUnit;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.terms.CalendarTerms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a loan costs so many percent a year.
 *
 * <p>The figure is the rate that was found, with eight decimals, and its rounding. What shows that
 * it is the right one is the equation that it solves: at this rate all that the borrower pays is
 * worth as much, on the first day, as what the borrower got.
 */
final class YearlyRate {

  private static final int DECIMALS = 8;
  private static final int SHOWN_DECIMALS = 6;

  private final Facts facts;
  private final CalendarTerms calendar;
  private final LocalDate start;

  YearlyRate(Facts facts) {
    this.facts = facts;
    this.calendar = facts.terms().repayment().calendar();
    this.start = facts.first().on();
  }

  private CostOfCredit cost() {
    return CostOfCredit.of(facts.planned(), calendar, start);
  }

  private List<CashFlow> advances() {
    Money received =
        facts.planned().totals().principal().minus(facts.planned().atDisbursement().total());
    return List.of(new CashFlow(start, received));
  }

  private List<CashFlow> payments() {
    return facts.planned().installments().stream()
        .filter(row -> row.due().isPositive())
        .map((Installment row) -> new CashFlow(row.dueOn(), row.due()))
        .toList();
  }

  Optional<Explanation> nominal() {
    UnitPeriod interval = new UnitPeriod(calendar.every(), calendar.unit());
    return cost()
        .apr()
        .flatMap(apr ->
            ActuarialApr.of(advances(), payments(), interval, DECIMALS)
                .map(found -> nominal(apr, found, interval)));
  }

  private Explanation nominal(BigDecimal apr, BigDecimal found, UnitPeriod interval) {
    Why why = new Why.OfLoan(LoanFigure.APR, start);
    if (isSimple()) {
      return rate(why, apr, Explanation.leaf(new Why.RateOfYear(), found));
    }
    BigDecimal intervals = BigDecimal.valueOf(interval.perYear());
    BigDecimal each = found.divide(intervals, MathContext.DECIMAL128);
    Explanation rate = Explanation.leaf(new Why.RateOfInterval(each, intervals), found);
    List<Explanation> values = new ArrayList<>();
    Growth growth = new Growth(each.movePointLeft(2));
    for (CashFlow flow : advances()) {
      values.add(given(flow, TimeUnit.INTERVAL));
    }
    for (CashFlow flow : payments()) {
      values.add(inIntervals(flow, interval, growth));
    }
    return rate(why, apr, rate).provenBy(List.of(meeting(values)));
  }

  /** A payment before the money goes out grows until it does; its time is negative. */
  private Explanation inIntervals(CashFlow flow, UnitPeriod interval, Growth growth) {
    boolean early = flow.on().isBefore(start);
    UnitPeriods time =
        early
            ? UnitPeriods.between(flow.on(), start, interval)
            : UnitPeriods.between(start, flow.on(), interval);
    BigDecimal shown = rounded(BigDecimal.valueOf(time.whole() + time.odd()));
    BigDecimal grown = growth.over(time.whole(), time.odd());
    return early
        ? presentValue(
            flow, shown.negate(), TimeUnit.INTERVAL, flow.amount().toMajor().multiply(grown))
        : present(flow, shown, TimeUnit.INTERVAL, grown);
  }

  /** A single payment within a year is not compounded. */
  private boolean isSimple() {
    return payments().size() == 1
        && payments().getFirst().on().isAfter(start)
        && !payments().getFirst().on().isAfter(start.plusYears(1));
  }

  Optional<Explanation> effective() {
    return cost().effectiveRate().flatMap(shown -> effective(shown));
  }

  private Optional<Explanation> effective(BigDecimal shown) {
    List<EffectiveApr.TimedFlow> paid =
        payments().stream()
            .map(flow -> new EffectiveApr.TimedFlow(years(flow), flow.amount().toMajor()))
            .toList();
    List<EffectiveApr.TimedFlow> got =
        advances().stream()
            .map(flow -> new EffectiveApr.TimedFlow(0, flow.amount().toMajor()))
            .toList();
    return EffectiveApr.of(got, paid, DECIMALS)
        .map(found -> {
          List<Explanation> values = new ArrayList<>();
          advances().forEach(flow -> values.add(given(flow, TimeUnit.YEAR)));
          Growth growth = new Growth(found.movePointLeft(2));
          for (CashFlow flow : payments()) {
            double years = years(flow);
            BigDecimal time = rounded(BigDecimal.valueOf(years));
            values.add(present(flow, time, TimeUnit.YEAR, growth.over(years)));
          }
          Why why = new Why.OfLoan(LoanFigure.EFFECTIVE_RATE, start);
          return rate(why, shown, Explanation.leaf(new Why.RateOfYear(), found))
              .provenBy(List.of(meeting(values)));
        });
  }

  private double years(CashFlow flow) {
    PeriodUnit unit = calendar.unit();
    return flow.on().isBefore(start)
        ? -Interval.between(flow.on(), start, unit).inYears(unit)
        : Interval.between(start, flow.on(), unit).inYears(unit);
  }

  private static Explanation rate(Why why, BigDecimal shown, Explanation found) {
    List<Explanation> parts = new ArrayList<>();
    parts.add(found);
    BigDecimal added = shown.subtract(found.amount());
    if (added.signum() != 0) {
      parts.add(Explanation.leaf(new Why.Rounded(found.amount(), RoundingMode.HALF_UP), added));
    }
    return Explanation.of(why, shown, parts);
  }

  private static Explanation meeting(List<Explanation> values) {
    return Explanation.sum(new Why.ValuesMeet(), values);
  }

  private static Explanation given(CashFlow flow, TimeUnit unit) {
    return presentValue(flow, BigDecimal.ZERO, unit, flow.amount().toMajor().negate());
  }

  private static Explanation present(
      CashFlow flow, BigDecimal time, TimeUnit unit, BigDecimal growth) {
    return presentValue(flow, time, unit, Growth.discounted(flow.amount().toMajor(), growth));
  }

  private static Explanation presentValue(
      CashFlow flow, BigDecimal time, TimeUnit unit, BigDecimal value) {
    return Explanation.leaf(
        new Why.PresentValue(flow.on(), flow.amount().toMajor(), time, unit), rounded(value));
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP);
  }
}
