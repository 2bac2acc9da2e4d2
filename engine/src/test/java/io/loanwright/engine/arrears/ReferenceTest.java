package io.loanwright.engine.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Reference;
import io.loanwright.engine.date.DayCount;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Arrears classes, provisions and interest on late money as supervisors illustrate them. */
class ReferenceTest {

  private static final Currency INR = Currency.of("INR");

  /** Special mention accounts of the Reserve Bank of India: 1, 31, 61 and 91 days. */
  private static final ArrearsScheme RESERVE_BANK_OF_INDIA =
      new ArrearsScheme(
          FirstDay.DUE_DATE,
          List.of(
              ArrearsClass.fromDay("Standard", 0, "0"),
              ArrearsClass.fromDay("SMA-0", 1, "0"),
              ArrearsClass.fromDay("SMA-1", 31, "0"),
              ArrearsClass.fromDay("SMA-2", 61, "0"),
              ArrearsClass.fromDay("NPA", 91, "0")));

  /** Saudi Central Bank, microfinance: one missed installment to watch, four are lost. */
  private static final ArrearsScheme SAUDI_CENTRAL_BANK =
      new ArrearsScheme(
          FirstDay.DAY_AFTER,
          List.of(
              new ArrearsClass("Standard", 0, 0, BigDecimal.ZERO),
              new ArrearsClass("Watch", null, 1, BigDecimal.ZERO),
              new ArrearsClass("Substandard", null, 2, BigDecimal.ZERO),
              new ArrearsClass("Doubtful", null, 3, BigDecimal.ZERO),
              new ArrearsClass("Loss", null, 4, BigDecimal.ZERO)));

  @TestFactory
  Stream<DynamicTest> classesByDaysPastDue() {
    return Reference.tests(
        "classification.jsonl",
        "classification/rbi",
        7,
        line -> {
          LocalDate asOf = line.day("as_of_day_end");
          int days = RESERVE_BANK_OF_INDIA.daysPastDue(line.day("due_date"), asOf);
          assertThat(RESERVE_BANK_OF_INDIA.classOf(days, 1).name())
              .isEqualTo(line.expected("class"));
        });
  }

  @TestFactory
  Stream<DynamicTest> classesByMissedInstallments() {
    return Reference.tests(
        "classification.jsonl",
        "classification/instalments",
        2,
        line ->
            assertThat(SAUDI_CENTRAL_BANK.classOf(1, line.whole("instalments_unpaid")).name())
                .isEqualTo(line.expected("class")));
  }

  @TestFactory
  Stream<DynamicTest> provisions() {
    return Reference.tests(
        "classification.jsonl", "classification/provision", 1, ReferenceTest::checkProvisions);
  }

  private static void checkProvisions(Reference line) {
    JsonNode expected = line.node().path("expected").path("provision_by_bucket");
    JsonNode buckets = line.inputs().path("buckets");
    Money total = Money.zero(INR);
    for (int i = 0; i < buckets.size(); i++) {
      JsonNode bucket = buckets.get(i);
      ArrearsClass of =
          ArrearsClass.fromDay(
              bucket.path("bucket").asString(), i, bucket.path("provision_percent").asString());
      Money outstanding = Money.of(bucket.path("outstanding").asString(), INR);
      Money provision = ArrearsScheme.provision(of, outstanding);
      assertThat(provision).isEqualTo(Money.of(expected.get(i).asString(), INR));
      total = total.plus(provision);
    }
    line.check("total_provision", total.toMajor());
  }

  @TestFactory
  Stream<DynamicTest> interestOnLateMoney() {
    return Reference.tests(
        "classification.jsonl", "classification/penalty", 2, ReferenceTest::checkLateInterest);
  }

  private static void checkLateInterest(Reference line) {
    BigDecimal yearly =
        line.number("principal").multiply(line.number("annual_rate_percent")).movePointLeft(2);
    LocalDate day = LocalDate.of(2023, 3, 1);
    BigDecimal ofDay = DayCount.ACT_365_FIXED.yearFraction(day, day.plusDays(1));
    line.check("daily_interest", yearly.multiply(ofDay));
    if (line.expects("annual_interest")) {
      BigDecimal ofYear = DayCount.ACT_365_FIXED.yearFraction(day, day.plusDays(365));
      line.check("annual_interest", yearly.multiply(ofYear));
    }
  }
}
