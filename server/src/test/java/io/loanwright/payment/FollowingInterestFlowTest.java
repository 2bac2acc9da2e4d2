package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.proof.Difference;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
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
  private final Verifier verifier;

  FollowingInterestFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.verifier = verifier;
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

  /** Late principal bears interest until today, so what is kept is of today too. */
  @Test
  void booksOfALoanThatIsLateWithEarlierPaymentsAndOneTakenBackAreVerified() {
    UUID loan = active(FOLLOWING, "2026-01-05");
    lending.pay(lending.accountant(), loan, "50.00", TODAY).expect(201);
    UUID bounced = lending.pay(lending.accountant(), loan, "30.00", "2026-02-10").expect(201).id();
    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + bounced + "/reverse", Map.of("reason", "bounced"))
        .expect(200);
    String number = lending.loan(lending.teller(), loan).text("/number");

    assertThat(verifier.verify().first())
        .extracting(Difference::record)
        .noneMatch(found -> found.contains(number));
  }

  private UUID active(Map<String, Object> terms) {
    return active(terms, TODAY);
  }

  private UUID active(Map<String, Object> terms, String on) {
    UUID product = lending.product(terms);
    return lending.active(lending.borrower(), product, "1200.00", on);
  }
}
