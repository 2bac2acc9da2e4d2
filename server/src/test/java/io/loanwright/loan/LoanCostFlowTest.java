package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a loan costs in a year, fees included. */
@FlowTest
class LoanCostFlowTest {

  private static final Map<String, Object> FEE =
      Map.of("charges", List.of(Map.of("name", "Fee", "percent", "2", "at", "DISBURSEMENT")));

  private final People people;
  private final Lending lending;

  LoanCostFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void itIsThatOfTheCalculatorForTheSameTerms() {
    UUID loan = lending.active(lending.borrower(), lending.product(FEE), "600.00", TODAY);
    Map<String, Object> asked = new HashMap<>(FEE);
    asked.putAll(Map.of("currency", "EUR", "principal", "600.00", "annualRate", "12"));
    asked.putAll(Map.of("repayments", 6, "unit", "MONTHS", "disbursedOn", TODAY));
    asked.put("interestPeriod", "SAME_AS_REPAYMENT_PERIOD");
    Answer offer = lending.officer().post("/api/calculator/schedule", asked).expect(200);

    Answer cost = cost(loan);

    assertThat(cost.text("/by")).isEqualTo("CONTRACT");
    assertThat(cost.text("/apr")).isEqualTo(offer.text("/apr")).isGreaterThan("18");
    assertThat(cost.text("/effectiveRate")).isEqualTo(offer.text("/effectiveRate"));
    for (String figure : List.of("APR", "EFFECTIVE_RATE")) {
      String shown = cost.text(figure.equals("APR") ? "/apr" : "/effectiveRate");
      assertThat(
              lending
                  .officer()
                  .get("/api/loans/" + loan + "/explain?figure=" + figure)
                  .expect(200)
                  .text("/explanation/amount"))
          .isEqualTo(shown);
    }
  }

  /** Five of 103.53 and one of 103.51, as cents round: 11.992 %. */
  @Test
  void beforeThePayoutTheQuoteSaysIt() {
    UUID loan = lending.application("600.00");

    assertThat(cost(loan).text("/by")).isEqualTo("QUOTE");
    assertThat(cost(loan).text("/apr")).isEqualTo("11.99");
  }

  @Test
  void whoDoesNotSeeTheLoanDoesNotSeeItsCost() {
    UUID loan = lending.application("600.00");

    people.as("BORROWER").get("/api/loans/" + loan + "/cost").expectProblem(404, "not-found");
  }

  private Answer cost(UUID loan) {
    return lending.officer().get("/api/loans/" + loan + "/cost").expect(200);
  }
}
