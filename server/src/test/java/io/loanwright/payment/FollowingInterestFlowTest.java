package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loans whose interest follows payments, by a product that says so, over HTTP. */
@FlowTest
class FollowingInterestFlowTest {

  private static final Map<String, Object> FOLLOWING =
      Map.of("recalculation", "FOLLOWS_PAYMENTS", "interestPeriod", "DAILY");

  private final Lending lending;
  private final People people;

  FollowingInterestFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void almostAllOnTheFirstDayTakesNoInterestOfDaysToCome() {
    UUID loan = active(FOLLOWING);

    Answer taken = lending.pay(lending.teller(), loan, "1199.00", TODAY).expect(201);

    assertThat(taken.text("/allocation/interest")).isEqualTo("0.00");
    assertThat(taken.text("/allocation/principal")).isEqualTo("1199.00");
    assertThat(lending.loan(lending.teller(), loan).text("/outstanding/total")).isEqualTo("1.00");
  }

  @ParameterizedTest
  @EnumSource(AdvanceRule.class)
  void moneyInAdvanceGoesWhereTheProductSaysAndThePayoffClosesTheLoan(AdvanceRule advance) {
    Map<String, Object> terms = new HashMap<>(FOLLOWING);
    terms.put("advance", advance);
    UUID loan = active(terms);

    lending.pay(lending.teller(), loan, "500.00", TODAY).expect(201);
    String payoff = lending.loan(lending.teller(), loan).text("/outstanding/total");
    Answer closing = lending.pay(lending.teller(), loan, payoff, TODAY).expect(201);

    assertThat(payoff).isEqualTo("700.00");
    assertThat(closing.text("/loanStatus")).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @EnumSource(AdvanceRule.class)
  void aProductSaysWhereMoneyInAdvanceGoes(AdvanceRule advance) {
    UUID product = lending.product(Map.of("advance", advance));

    Answer read = people.administrator().get("/api/products/" + product).expect(200);

    assertThat(read.text("/advance")).isEqualTo(advance.name());
    assertThat(read.text("/recalculation")).isEqualTo("NONE");
  }

  @Test
  void interestThatCannotFollowIsRefused() {
    Map<String, Object> fields = new HashMap<>(FOLLOWING);
    fields.put("name", "Product " + UUID.randomUUID());
    fields.put("currency", "EUR");
    fields.put("annualRate", "12");
    fields.put("repayments", 6);
    fields.put("unit", "MONTHS");
    fields.put("interestMethod", "FLAT");

    Answer refused =
        people.administrator().post("/api/products", fields).expectProblem(422, "terms-refused");

    assertThat(refused.text("/errors/0/field")).isEqualTo("recalculation");
  }

  private UUID active(Map<String, Object> terms) {
    UUID product = lending.product(terms);
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }
}
