package io.loanwright.engine.apr;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Reference;
import io.loanwright.engine.annuity.Annuity;
import io.loanwright.engine.annuity.PaymentTime;
import io.loanwright.engine.annuity.Unknowns;
import io.loanwright.engine.apr.EffectiveApr.TimedFlow;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Rates that the laws' own examples give. */
class ReferenceTest {

  private static final Currency USD = Currency.of("USD");
  private static final int DECIMALS = 8;

  /** 12 CFR Part 1026 (Regulation Z), Appendix J. */
  @TestFactory
  Stream<DynamicTest> actuarialRatesOfAppendixJ() {
    return Reference.tests("apr.jsonl", "apr/us-regz", 14, ReferenceTest::checkActuarialRate);
  }

  private static void checkActuarialRate(Reference line) {
    JsonNode unitPeriod = line.inputs().path("unit_period");
    BigDecimal rate =
        ActuarialApr.of(
                datedAdvances(line.inputs().path("advances")),
                datedPayments(line.inputs().path("payments")),
                new UnitPeriod(unitPeriod.path("multiple").asInt(), unit(unitPeriod)),
                DECIMALS)
            .orElseThrow();

    line.check("apr_percent", rate);
  }

  /** Directives 2008/48/EC and 2014/17/EU, Annex I; examples of the Commission. */
  @TestFactory
  Stream<DynamicTest> ratesOfChargeOfTheEuropeanUnion() {
    return Reference.tests("apr.jsonl", "apr/eu-aprc", 21, ReferenceTest::checkEffectiveRate);
  }

  /** Single payments, counted in years of 365.25 days. */
  @TestFactory
  Stream<DynamicTest> singlePaymentsOfTheUnitedKingdom() {
    return Reference.tests("apr.jsonl", "apr/uk", 3, ReferenceTest::checkEffectiveRate);
  }

  private static void checkEffectiveRate(Reference line) {
    List<TimedFlow> advances = new ArrayList<>();
    for (JsonNode node : line.inputs().path("advances")) {
      advances.add(new TimedFlow(fraction(node.path("t").asString()), decimal(node, "amount")));
    }
    List<TimedFlow> payments = new ArrayList<>();
    for (JsonNode node : line.inputs().path("payments")) {
      addPayments(node, line.number("year_days").doubleValue(), payments);
    }

    BigDecimal rate = EffectiveApr.of(advances, payments, DECIMALS).orElseThrow();

    line.check("aprc_percent", rate);
    if (line.expects("aprc_percent_1dp")) {
      assertThat(rate.setScale(1, RoundingMode.HALF_UP))
          .isEqualTo(line.expected("aprc_percent_1dp"));
    }
  }

  private static void addPayments(JsonNode node, double yearDays, List<TimedFlow> payments) {
    double first =
        node.has("days")
            ? node.path("days").asInt() / yearDays
            : fraction(node.path("first_t").asString());
    double step = node.has("step") ? fraction(node.path("step").asString()) : 0;
    for (int i = 0; i < node.path("count").asInt(); i++) {
      payments.add(new TimedFlow(first + i * step, decimal(node, "amount")));
    }
  }

  /** Twelve times the monthly rate at which the payments are worth what was received. */
  @TestFactory
  Stream<DynamicTest> nominalRatesWithFees() {
    return Reference.tests("apr.jsonl", "apr/nominal", 2, ReferenceTest::checkNominalRate);
  }

  private static void checkNominalRate(Reference line) {
    int months = line.whole("term_months");
    BigDecimal monthly =
        line.number("annual_rate_percent")
            .divide(BigDecimal.valueOf(1_200), 34, RoundingMode.HALF_EVEN);
    BigDecimal payment =
        Annuity.inArrears(monthly, months).payment(line.number("loan_amount"), BigDecimal.ZERO);
    Unknowns received =
        new Unknowns(payment, line.number("net_proceeds"), BigDecimal.ZERO, PaymentTime.IN_ARREARS);

    line.check("monthly_payment", payment.negate());
    line.check(
        "apr_percent",
        BigDecimal.valueOf(1_200 * received.rate(BigDecimal.valueOf(months)).orElseThrow()));
  }

  private static double fraction(String text) {
    String[] parts = text.split("/", 2);
    double numerator = Double.parseDouble(parts[0]);
    return parts.length == 1 ? numerator : numerator / Double.parseDouble(parts[1]);
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    return new BigDecimal(node.path(field).asString());
  }

  private static PeriodUnit unit(JsonNode node) {
    return PeriodUnit.valueOf(node.path("base").asString().toUpperCase(Locale.ROOT) + "S");
  }

  private static List<CashFlow> datedAdvances(JsonNode nodes) {
    List<CashFlow> flows = new ArrayList<>();
    for (JsonNode node : nodes) {
      flows.add(
          new CashFlow(
              LocalDate.parse(node.path("date").asString()),
              Money.of(node.path("amount").asString(), USD)));
    }
    return flows;
  }

  private static List<CashFlow> datedPayments(JsonNode nodes) {
    List<CashFlow> flows = new ArrayList<>();
    for (JsonNode node : nodes) {
      LocalDate first = LocalDate.parse(node.path("first_date").asString());
      Money amount = Money.of(node.path("amount").asString(), USD);
      for (int i = 0; i < node.path("count").asInt(); i++) {
        JsonNode every = node.path("every");
        LocalDate on =
            i == 0 ? first : unit(every).add(first, (long) i * every.path("multiple").asInt());
        flows.add(new CashFlow(on, amount));
      }
    }
    return flows;
  }
}
