package io.loanwright.engine.annuity;

import io.loanwright.engine.Reference;
import io.loanwright.engine.apr.CashFlow;
import io.loanwright.engine.apr.EffectiveApr.TimedFlow;
import io.loanwright.engine.apr.InternalRate;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What spreadsheets answer for level payments and rates. */
class ReferenceTest {

  private static final Currency USD = Currency.of("USD");

  @TestFactory
  Stream<DynamicTest> spreadsheetFunctions() {
    return Reference.tests(
        "annuity.jsonl", "annuity/spreadsheet", 217, line -> line.check("value", value(line)));
  }

  private static BigDecimal value(Reference line) {
    BigDecimal now = line.number("pv");
    BigDecimal end = line.number("fv");
    BigDecimal payment = line.number("pmt");
    return switch (line.text("function")) {
      case "PMT" -> annuity(line).payment(now, end);
      case "PV" -> annuity(line).presentValue(payment, end);
      case "FV" -> annuity(line).futureValue(payment, now);
      case "IPMT" -> annuity(line).interest(line.whole("per"), now, end);
      case "PPMT" -> annuity(line).principal(line.whole("per"), now, end);
      case "CUMIPMT" -> annuity(line).interest(line.whole("start"), line.whole("end"), now);
      case "CUMPRINC" -> annuity(line).principal(line.whole("start"), line.whole("end"), now);
      case "NPER" ->
          BigDecimal.valueOf(
              new Unknowns(payment, now, end, time(line))
                  .periods(line.number("rate"))
                  .orElseThrow());
      case "RATE" ->
          BigDecimal.valueOf(
              new Unknowns(payment, now, end, time(line)).rate(line.number("nper")).orElseThrow());
      case "EFFECT" ->
          BigDecimal.valueOf(
              CompoundRate.effective(
                  line.number("nominal_rate").doubleValue(), line.whole("npery")));
      case "NOMINAL" ->
          BigDecimal.valueOf(
              CompoundRate.nominal(line.number("effect_rate").doubleValue(), line.whole("npery")));
      case String other -> throw new AssertionError("No such function: " + other);
    };
  }

  private static Annuity annuity(Reference line) {
    return new Annuity(line.number("rate"), line.number("nper"), time(line));
  }

  private static PaymentTime time(Reference line) {
    return line.whole("type") == 1 ? PaymentTime.IN_ADVANCE : PaymentTime.IN_ARREARS;
  }

  @TestFactory
  Stream<DynamicTest> internalRatesByPeriod() {
    return Reference.tests(
        "annuity.jsonl",
        "annuity/irr",
        3,
        line -> {
          List<TimedFlow> flows = new ArrayList<>();
          for (JsonNode amount : line.inputs().path("values")) {
            flows.add(new TimedFlow(flows.size(), new BigDecimal(amount.asString())));
          }
          line.check("value", BigDecimal.valueOf(InternalRate.of(flows).orElseThrow()));
        });
  }

  @TestFactory
  Stream<DynamicTest> internalRatesByDay() {
    return Reference.tests("annuity.jsonl", "annuity/xirr", 14, ReferenceTest::checkByDay);
  }

  private static void checkByDay(Reference line) {
    List<LocalDate> days = line.days("dates");
    List<CashFlow> flows = new ArrayList<>();
    for (JsonNode amount : line.inputs().path("values")) {
      flows.add(new CashFlow(days.get(flows.size()), Money.of(amount.asString(), USD)));
    }
    BigDecimal rate = BigDecimal.valueOf(InternalRate.ofDays(flows).orElseThrow());
    if (line.expects("value")) {
      line.check("value", rate);
    } else {
      line.check("value_percent", rate.movePointRight(2));
    }
  }
}
