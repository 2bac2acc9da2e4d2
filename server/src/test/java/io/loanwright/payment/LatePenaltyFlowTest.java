package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.proof.Difference;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Loans on which lateness costs something, over HTTP: 1,200.00 at 12 % over 6 months, 207.06 due on
 * 2 January and 2 February; 5 days of tolerance, then 10 % of what is overdue, again every 30 days,
 * at most 40.00 for an installment.
 */
@FlowTest
class LatePenaltyFlowTest {

  private static final Map<String, Object> PENALTY =
      Map.of(
          "toleranceDays", 5,
          "basis", "PERCENT_OF_OVERDUE",
          "value", "10",
          "repeatEveryDays", 30,
          "capPerInstallment", "40.00");

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  LatePenaltyFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.verifier = verifier;
    this.lending = new Lending(people);
  }

  /** 20.71 on 8 January, 19.29 on 7 February as the cap leaves, 20.71 on 8 February. */
  @Test
  void penaltiesAreOnThePageOfTheLoanWithTheirDays() {
    UUID loan = active();

    JsonNode rows = lending.officer().get("/api/loans/" + loan + "/schedule").json().at("/rows");
    Answer read = lending.loan(lending.officer(), loan);

    assertThat(rows.at("/0/penalties").asString()).isEqualTo("40.00");
    assertThat(rows.at("/0/latePenalties"))
        .extracting(laid -> laid.at("/on").asString() + " " + laid.at("/amount").asString())
        .containsExactly("2026-01-08 20.71", "2026-02-07 19.29");
    assertThat(rows.at("/1/latePenalties/0/overdue").asString()).isEqualTo("207.06");
    assertThat(rows.at("/2/latePenalties")).isEmpty();
    assertThat(read.text("/outstanding/penalties")).isEqualTo("60.71");
    assertThat(read.text("/penalty/basis")).isEqualTo("PERCENT_OF_OVERDUE");
    assertThat(read.text("/penalty/capPerInstallment")).isEqualTo("40.00");
  }

  @Test
  void quoteOfADayHasThePenaltiesUntilThen() {
    UUID loan = active();

    assertThat(quoted(loan, "2026-01-07")).isEqualTo("0.00");
    assertThat(quoted(loan, "2026-01-08")).isEqualTo("20.71");
    assertThat(quoted(loan, "2026-03-07")).isEqualTo("60.71");
    assertThat(quoted(loan, "2026-03-08")).isEqualTo("81.42");
    assertThat(quoted(loan, "2026-03-10")).isEqualTo("100.71");
  }

  private String quoted(UUID loan, String on) {
    return lending.officer().get("/api/loans/" + loan + "/quote?on=" + on).text("/penalties");
  }

  @Test
  void eachPenaltyIsExplained() {
    UUID loan = active();

    JsonNode why =
        lending
            .officer()
            .get("/api/loans/" + loan + "/explain?figure=PENALTIES&installment=1")
            .expect(200)
            .json()
            .at("/explanation");

    assertThat(why.at("/amount").asString()).isEqualTo("40.00");
    assertThat(why.at("/parts/0/rule").asString()).isEqualTo("penalty-for-lateness");
    assertThat(why.at("/parts/0/sentence").asString())
        .isEqualTo(
            "Laid on 8 January 2026, as what was due 2 January 2026 was unpaid when 5 days of"
                + " tolerance had ended: 10 % of what was overdue, 207.06 EUR");
    assertThat(why.at("/parts"))
        .extracting(part -> part.at("/sentence").asString())
        .contains("What the cap takes off: at most 40.00 EUR for an installment");
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode part : why.at("/parts")) {
      sum = sum.add(new BigDecimal(part.at("/amount").asString()));
    }
    assertThat(sum).isEqualByComparingTo("40.00");
  }

  /** Income is booked when a penalty is paid, and put right when it turns out not to be due. */
  @Test
  void booksFollowPenaltiesThatArePaidAndTakenBackByABackDatedPayment() {
    UUID loan = active();
    assertVerified(loan);

    UUID paid = lending.pay(lending.teller(), loan, "300.00", TODAY).expect(201).id();
    assertThat(penaltiesPaidBy(paid)).isEqualTo("60.71");
    assertVerified(loan);

    UUID found = lending.pay(lending.accountant(), loan, "207.06", "2026-01-07").expect(201).id();
    assertThat(penaltiesPaidBy(paid)).isEqualTo("20.71");
    assertVerified(loan);

    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + found + "/reverse", Map.of("reason", "of somebody else"))
        .expect(200);
    assertThat(penaltiesPaidBy(paid)).isEqualTo("60.71");
    assertVerified(loan);
  }

  private String penaltiesPaidBy(UUID payment) {
    return lending
        .officer()
        .get("/api/payments/" + payment)
        .expect(200)
        .text("/allocation/penalties");
  }

  private void assertVerified(UUID loan) {
    String number = lending.loan(lending.officer(), loan).text("/number");
    assertThat(verifier.verify().first())
        .extracting(Difference::record)
        .noneMatch(found -> found.contains(number) || found.contains("trial balance"));
  }

  @Test
  void payoffWithItsPenaltiesClosesTheLoan() {
    UUID loan = active();
    String payoff = lending.loan(lending.teller(), loan).text("/outstanding/total");

    Answer closing = lending.pay(lending.teller(), loan, payoff, TODAY).expect(201);

    assertThat(closing.text("/loanStatus")).isEqualTo("CLOSED");
  }

  @Test
  void productShowsWhatWasAgreed() {
    UUID product = lending.product(Map.of("penalty", PENALTY));

    JsonNode read = people.administrator().get("/api/products/" + product).expect(200).json();

    assertThat(read.at("/penalty/toleranceDays").asInt()).isEqualTo(5);
    assertThat(read.at("/penalty/value").asString()).isEqualTo("10");
    assertThat(read.at("/penalty/repeatEveryDays").asInt()).isEqualTo(30);
    assertThat(
            people
                .administrator()
                .get("/api/products/" + lending.product(Map.of()))
                .json()
                .at("/penalty")
                .isNull())
        .isTrue();
  }

  /** A percentage that repeats without end is refused in plain words. */
  @Test
  void percentageThatRepeatsNeedsACap() {
    Answer refused =
        refused(Map.of("basis", "PERCENT_OF_OVERDUE", "value", "1", "repeatEveryDays", 1))
            .expectProblem(422, "terms-refused");

    assertThat(refused.text("/errors/0/field")).isEqualTo("penalty.capPercentOfPrincipal");
    assertThat(refused.text("/errors/0/message")).endsWith("name a cap.");
  }

  @ParameterizedTest
  @CsvSource({
    "toleranceDays, 91",
    "toleranceDays, -1",
    "basis, PRAYER",
    "basis,",
    "value, much",
    "value, 100.01",
    "value, 0",
    "value,",
    "repeatEveryDays, 0",
    "repeatEveryDays, 367",
    "capPercentOfPrincipal, 101",
    "capPercentOfPrincipal, -3",
    "capPerInstallment, 0",
    "capPerInstallment, 1.001",
  })
  void whatNoLenderAgreesIsRefusedByField(String field, String value) {
    Map<String, Object> penalty = new HashMap<>(PENALTY);
    penalty.put(field, value);

    Answer refused = refused(penalty).expectProblem(400, "invalid");

    assertThat(refused.text("/errors/0/field")).isEqualTo("penalty." + field);
  }

  private Answer refused(Map<String, Object> penalty) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Product " + UUID.randomUUID());
    fields.put("currency", "EUR");
    fields.put("annualRate", "12");
    fields.put("repayments", 6);
    fields.put("unit", "MONTHS");
    fields.put("penalty", penalty);
    return people.administrator().post("/api/products", fields);
  }

  private UUID active() {
    UUID product = lending.product(Map.of("penalty", PENALTY));
    return lending.active(lending.borrower(), product, "1200.00", "2025-12-02");
  }
}
