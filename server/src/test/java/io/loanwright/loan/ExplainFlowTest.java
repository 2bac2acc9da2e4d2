package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every figure on the page of a loan can be asked why, and the answer adds up. */
@FlowTest
class ExplainFlowTest {

  private final People people;
  private final Lending lending;

  ExplainFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  /** 1,200.00 at 12 % a year: 12.00 interest of the first month, a twelfth of a year. */
  @Test
  void interestOfAnInstallmentIsExplainedInPlainWords() {
    UUID loan = lending.active("1200.00", TODAY);

    JsonNode answer = explain(lending.officer(), loan, "figure=INTEREST&installment=1");

    assertThat(answer.at("/currency").asString()).isEqualTo("EUR");
    assertThat(answer.at("/unit").asString()).isEqualTo("CURRENCY");
    assertThat(answer.at("/explanation/amount").asString()).isEqualTo("12.00");
    assertThat(answer.at("/explanation/sentence").asString())
        .isEqualTo("Interest of installment 1, due 2 April 2026");
    JsonNode leaf = answer.at("/explanation/parts/0");
    assertThat(leaf.at("/rule").asString()).isEqualTo("interest-on-balance");
    assertThat(leaf.at("/sentence").asString())
        .isEqualTo(
            "Interest on the 1200.00 EUR still owed, at 12 % a year, for 31 days"
                + " (2 March 2026 to 2 April 2026): 1/12 of a year");
    assertThat(leaf.at("/inputs/from").asString()).isEqualTo("2026-03-02");
    assertThat(leaf.at("/inputs/days").asString()).isEqualTo("31");
  }

  @Test
  void everyFigureOfTheScheduleAndOfAPaymentAddsUpToWhatThePageShows() {
    UUID loan = lending.active("1200.00", "2026-01-05");
    UUID payment = lending.pay(lending.teller(), loan, "300.00", TODAY).expect(201).id();
    Http officer = lending.officer();
    JsonNode row = officer.get("/api/loans/" + loan + "/schedule").json().at("/rows/1");
    for (String figure : new String[] {"principal", "interest", "due", "paid", "balance"}) {
      String query = "figure=" + figure.toUpperCase(Locale.ROOT) + "&installment=2";
      JsonNode why = explain(officer, loan, query).at("/explanation");
      assertThat(why.at("/amount").asString()).isEqualTo(row.at("/" + figure).asString());
      assertAddsUp(why);
    }
    JsonNode split = officer.get("/api/payments/" + payment).json().at("/allocation");
    for (String figure : new String[] {"principal", "interest", "fees", "penalties", "excess"}) {
      String query = "figure=" + figure.toUpperCase(Locale.ROOT) + "&event=" + payment;
      JsonNode why = explain(officer, loan, query).at("/explanation");
      assertThat(why.at("/amount").asString()).isEqualTo(split.at("/" + figure).asString());
      assertAddsUp(why);
    }
    JsonNode payoff = explain(officer, loan, "figure=PAYOFF&asOf=2026-03-20").at("/explanation");
    assertThat(payoff.at("/amount").asString())
        .isEqualTo(officer.get("/api/loans/" + loan + "/quote?on=2026-03-20").text("/total"));
    assertAddsUp(payoff);
    assertThat(explain(officer, loan, "figure=APR").at("/unit").asString()).isEqualTo("PERCENT");
  }

  /** What was not known yet is not in the answer. */
  @Test
  void answersAreOfTheDayAndOfWhatWasKnown() {
    UUID loan = lending.active("1200.00", "2026-01-05");
    UUID payment = lending.pay(lending.teller(), loan, "300.00", TODAY).expect(201).id();
    Http officer = lending.officer();

    officer
        .get(path(loan, "figure=AMOUNT&asOf=2026-02-01&event=" + payment))
        .expectProblem(404, "not-found");
    officer
        .get(path(loan, "figure=PAYOFF&knownAt=2020-01-01T00:00:00Z"))
        .expectProblem(409, "not-paid-out");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID waiting = lending.application("100.00");
    Http officer = lending.officer();

    officer.get(path(loan, "figure=LUCK")).expectProblem(400, "invalid");
    officer.get(path(loan, "installment=1")).expectProblem(400, "invalid");
    officer.get(path(loan, "figure=PAYOFF&installment=1")).expectProblem(400, "invalid");
    officer.get(path(loan, "figure=INTEREST")).expectProblem(400, "invalid");
    officer
        .get(path(loan, "figure=INTEREST&installment=1&event=" + loan))
        .expectProblem(400, "invalid");
    officer.get(path(loan, "figure=DUE&installment=7")).expectProblem(404, "not-found");
    officer.get(path(loan, "figure=DUE&installment=-1")).expectProblem(404, "not-found");
    officer.get(path(loan, "figure=AMOUNT&event=" + loan)).expectProblem(404, "not-found");
    officer.get(path(waiting, "figure=PAYOFF")).expectProblem(409, "not-paid-out");
    officer.get(path(UUID.randomUUID(), "figure=PAYOFF")).expectProblem(404, "not-found");
  }

  @Test
  void anotherBranchIsToldNothing() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID branch = people.branch();
    Http manager = people.signIn(people.create("MANAGER", branch).email());

    manager.get(path(loan, "figure=PAYOFF")).expectProblem(404, "not-found");
  }

  private static JsonNode explain(Http who, UUID loan, String query) {
    return who.get(path(loan, query)).expect(200).json();
  }

  private static String path(UUID loan, String query) {
    return "/api/loans/" + loan + "/explain?" + query;
  }

  private static void assertAddsUp(JsonNode node) {
    if (!node.at("/parts").isEmpty()) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode part : node.at("/parts")) {
        sum = sum.add(new BigDecimal(part.at("/amount").asString()));
        assertAddsUp(part);
      }
      assertThat(sum).isEqualByComparingTo(node.at("/amount").asString());
    }
  }
}
