package io.loanwright.engine.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Reference;
import io.loanwright.engine.apr.Interval;
import io.loanwright.engine.apr.UnitPeriod;
import io.loanwright.engine.apr.UnitPeriods;
import io.loanwright.engine.date.DayCountContext.ReferencePeriod;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Day counts and dates that standards and market libraries published. */
class ReferenceTest {

  private static final Map<String, DayCount> CONVENTIONS =
      Map.ofEntries(
          Map.entry("ACT/360", DayCount.ACT_360),
          Map.entry("EXCEL_YEARFRAC_BASIS_2", DayCount.ACT_360),
          Map.entry("ACT/364", DayCount.ACT_364),
          Map.entry("ACT/365F", DayCount.ACT_365_FIXED),
          Map.entry("EXCEL_YEARFRAC_BASIS_3", DayCount.ACT_365_FIXED),
          Map.entry("ACT days", DayCount.ACT_365_FIXED),
          Map.entry("ACT/365.25", DayCount.ACT_365_25),
          Map.entry("ACT/366", DayCount.ACT_366),
          Map.entry("ACT/365A", DayCount.ACT_365_ACTUAL),
          Map.entry("ACT/365L", DayCount.ACT_365_L),
          Map.entry("ACT/ACT ISDA", DayCount.ACT_ACT_ISDA),
          Map.entry("ACT/ACT ICMA", DayCount.ACT_ACT_ICMA),
          Map.entry("ACT/ACT AFB", DayCount.ACT_ACT_AFB),
          Map.entry("ACT/ACT YEAR", DayCount.ACT_ACT_YEAR),
          Map.entry("NL/360", DayCount.NO_LEAP_360),
          Map.entry("NL/365", DayCount.NO_LEAP_365),
          Map.entry("30/360 ISDA", DayCount.THIRTY_360),
          Map.entry("30U/360", DayCount.THIRTY_360_US),
          Map.entry("30/360 PSA", DayCount.THIRTY_360_PSA),
          Map.entry("30E/360", DayCount.THIRTY_E_360),
          Map.entry("EXCEL_YEARFRAC_BASIS_4", DayCount.THIRTY_E_360),
          Map.entry("30E/360 ISDA", DayCount.THIRTY_E_360_ISDA),
          Map.entry("30E+/360", DayCount.THIRTY_E_PLUS_360),
          Map.entry("30E/365", DayCount.THIRTY_E_365),
          Map.entry("EXCEL_YEARFRAC_BASIS_0", DayCount.THIRTY_360_SPREADSHEET),
          Map.entry("EXCEL_YEARFRAC_BASIS_1", DayCount.ACT_ACT_SPREADSHEET));

  private static final Map<String, WorkdayShift> SHIFTS =
      Map.of(
          "NO_ADJUST", WorkdayShift.NONE,
          "NEAREST", WorkdayShift.NEAREST_BY_WEEKDAY,
          "MODIFIED_FOLLOWING_BI_MONTHLY", WorkdayShift.MODIFIED_FOLLOWING_HALF_MONTH);

  @TestFactory
  Stream<DynamicTest> dayCounts() {
    return Reference.tests("daycount.jsonl", "daycount", 476, ReferenceTest::checkDayCount);
  }

  private static void checkDayCount(Reference line) {
    LocalDate start = line.day("start");
    LocalDate end = line.day("end");
    switch (line.category()) {
      case "daycount/eu-aprc-interval" -> line.check("year_fraction", yearsByLaw(line));
      case "daycount/us-regz-interval" -> checkUnitPeriods(line);
      default -> {
        DayCount convention = Objects.requireNonNull(CONVENTIONS.get(line.text("convention")));
        if (line.expects("days")) {
          line.check("days", BigDecimal.valueOf(convention.days(start, end, context(line))));
        }
        if (line.expects("year_fraction")) {
          line.check("year_fraction", convention.yearFraction(start, end, context(line)));
        }
      }
    }
  }

  private static DayCountContext context(Reference line) {
    if (line.inputs().has("maturity")) {
      JsonNode maturity = line.inputs().path("maturity");
      return maturity.isString()
          ? DayCountContext.maturingOn(line.day("maturity"))
          : DayCountContext.NONE;
    }
    if (line.inputs().has("period_end")) {
      ReferencePeriod period = new ReferencePeriod(line.day("start"), line.day("period_end"));
      return new DayCountContext(List.of(period), 12 / line.whole("frequency_months"), null);
    }
    if (line.inputs().has("reference_period")) {
      List<ReferencePeriod> periods = new ArrayList<>();
      for (String field : List.of("reference_period", "second_reference_period")) {
        List<LocalDate> days = line.days(field);
        if (!days.isEmpty()) {
          periods.add(new ReferencePeriod(days.getFirst(), days.getLast()));
        }
      }
      return new DayCountContext(periods, line.whole("frequency_per_year"), null);
    }
    return DayCountContext.NONE;
  }

  private static BigDecimal yearsByLaw(Reference line) {
    LocalDate start = line.day("start");
    LocalDate end = line.day("end");
    if (line.text("unit").equals("year")) {
      return BigDecimal.valueOf(Interval.inWholeYears(start, end).inYears());
    }
    PeriodUnit unit = unit(line.text("unit"));
    return BigDecimal.valueOf(Interval.between(start, end, unit).inYears(unit));
  }

  private static void checkUnitPeriods(Reference line) {
    JsonNode node = line.inputs().path("unit_period");
    boolean years = node.path("base").asString().equals("year");
    UnitPeriod unitPeriod =
        years
            ? new UnitPeriod(12 * node.path("multiple").asInt(), PeriodUnit.MONTHS)
            : new UnitPeriod(node.path("multiple").asInt(), unit(node.path("base").asString()));
    String[] fraction = line.expected("odd_fraction").split("/", 2);

    UnitPeriods periods = UnitPeriods.between(line.day("start"), line.day("end"), unitPeriod);

    assertThat(periods.whole()).isEqualTo(Long.parseLong(line.expected("full_unit_periods")));
    assertThat(periods.odd())
        .isCloseTo(
            Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]),
            Offset.offset(1e-15));
  }

  @TestFactory
  Stream<DynamicTest> shiftsToWorkingDays() {
    return Reference.tests(
        "dates.jsonl",
        "dates/business-day",
        46,
        line ->
            assertThat(shift(line.text("convention")).shift(line.day("date"), workdays(line)))
                .isEqualTo(line.expected("adjusted")));
  }

  @TestFactory
  Stream<DynamicTest> countsWorkingDays() {
    return Reference.tests("dates.jsonl", "dates/workdays", 29, ReferenceTest::checkWorkdays);
  }

  private static void checkWorkdays(Reference line) {
    Workdays workdays = workdays(line);
    if (line.text("convention").equals("EXCEL_NETWORKDAYS")) {
      assertThat(workdays.between(line.day("start"), line.day("end")))
          .isEqualTo(Integer.parseInt(line.expected("days")));
    } else {
      assertThat(workdays.plus(line.day("date"), line.whole("days")))
          .isEqualTo(line.expected("result"));
    }
  }

  @TestFactory
  Stream<DynamicTest> addsMonths() {
    return Reference.tests("dates.jsonl", "dates/month", 46, ReferenceTest::checkMonths);
  }

  private static void checkMonths(Reference line) {
    LocalDate date = line.day("date");
    int months = line.whole("months");
    LocalDate added = PeriodUnit.MONTHS.add(date, months);
    YearMonth month = YearMonth.from(added);
    boolean atMonthEnd = date.getDayOfMonth() == date.lengthOfMonth();
    Workdays workdays = workdays(line);
    LocalDate result =
        switch (line.text("convention")) {
          case "PERIOD_ADD_NONE", "EXCEL_EDATE" -> added;
          case "PERIOD_ADD_LAST_DAY" -> atMonthEnd ? DueDay.MONTH_END.in(month) : added;
          case "PERIOD_ADD_LAST_BUSINESS_DAY" ->
              workdays.isLastOfMonth(date) ? workdays.lastOf(month) : added;
          case "EXCEL_EOMONTH", "ROLL_EOM_NEXT" -> DueDay.MONTH_END.in(month);
          case "ROLL_EOM_PREVIOUS" ->
              DueDay.MONTH_END.in(YearMonth.from(PeriodUnit.MONTHS.add(date, -months)));
          case "ROLL_DAY_OF_MONTH" -> DueDay.ofMonth(line.whole("day")).in(YearMonth.from(date));
          case String other -> throw new AssertionError("No such convention: " + other);
        };

    assertThat(result).isEqualTo(line.expected("result"));
  }

  @TestFactory
  Stream<DynamicTest> advancesByPeriods() {
    return Reference.tests("dates.jsonl", "dates/advance", 22, ReferenceTest::checkAdvance);
  }

  private static void checkAdvance(Reference line) {
    LocalDate date = line.day("date");
    Workdays workdays = workdays(line);
    PeriodUnit unit = PeriodUnit.valueOf(line.text("unit").toUpperCase(Locale.ROOT));
    LocalDate added = unit.add(date, line.whole("period"));
    LocalDate result =
        unit == PeriodUnit.DAYS
            ? workdays.plus(date, line.whole("period"))
            : line.inputs().path("eom").asBoolean() && workdays.isLastOfMonth(date)
                ? workdays.lastOf(YearMonth.from(added))
                : shift(line.text("business_day")).shift(added, workdays);

    assertThat(result).isEqualTo(line.expected("result"));
  }

  @TestFactory
  Stream<DynamicTest> rowsOfDates() {
    return Reference.tests("dates.jsonl", "dates/periodic", 7, ReferenceTest::checkRow);
  }

  /** All published rows run by month ends; a first or last date off the month's end is a stub. */
  private static void checkRow(Reference line) {
    LocalDate start = line.day("start");
    LocalDate end = line.day("end");
    int months = line.whole("frequency_months");
    List<LocalDate> row = new ArrayList<>(List.of(start));
    if (line.text("rule").equals("backward")) {
      YearMonth last = YearMonth.from(end);
      for (YearMonth at = last; DueDay.MONTH_END.in(at).isAfter(start); ) {
        row.add(1, DueDay.MONTH_END.in(at));
        at = at.minusMonths(months);
      }
    } else {
      LocalDate first =
          line.inputs().has("first_regular_start") ? line.day("first_regular_start") : start;
      if (first.isAfter(start)) {
        row.add(first);
      }
      YearMonth at = YearMonth.from(first).plusMonths(months);
      for (; DueDay.MONTH_END.in(at).isBefore(end); at = at.plusMonths(months)) {
        row.add(DueDay.MONTH_END.in(at));
      }
      row.add(end);
    }
    Workdays workdays = workdays(line);
    String endShift = line.text("termination_business_day");
    List<LocalDate> adjusted = new ArrayList<>();
    for (LocalDate day : row) {
      boolean last = day.equals(end);
      boolean own = last && line.inputs().has("termination_business_day");
      adjusted.add(shift(own ? endShift : line.text("business_day")).shift(day, workdays));
    }
    List<LocalDate> expected = new ArrayList<>();
    line.node()
        .path("expected")
        .path("adjusted")
        .forEach(day -> expected.add(LocalDate.parse(day.asString())));

    assertThat(adjusted).isEqualTo(expected);
  }

  private static WorkdayShift shift(String name) {
    WorkdayShift own = SHIFTS.get(name);
    return own == null ? WorkdayShift.valueOf(name) : own;
  }

  private static PeriodUnit unit(String base) {
    return PeriodUnit.valueOf(base.toUpperCase(Locale.ROOT) + "S");
  }

  private static Workdays workdays(Reference line) {
    Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return Workdays.of(weekend, line.days("holidays"));
  }
}
