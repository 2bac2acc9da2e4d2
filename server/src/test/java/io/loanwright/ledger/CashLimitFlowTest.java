package io.loanwright.ledger;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much money one person takes at once: as the settings say, or by what is lent at most. */
@FlowTest
class CashLimitFlowTest {

  private static final String EXCEEDED = "cash-limit-exceeded";

  private final People people;
  private final Lending lending;

  CashLimitFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @AfterEach
  void noLimit() {
    limit(null).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CASH", "BANK", "MOBILE_MONEY", "CARD"})
  void whoseRoleAllowsItTakesMoreThanTheLimitAndNobodyElse(String channel) {
    UUID loan = loan(currency());
    limit("500.00").expect(200);
    Map<String, Object> more = Map.of("amount", "500.01", "on", TODAY, "channel", channel);
    String path = "/api/payments/" + loan;

    Answer refused = lending.teller().idempotent().post(path, more).expectProblem(422, EXCEEDED);

    assertThat(refused.text("/errors/0/field")).isEqualTo("amount");
    assertThat(refused.text("/detail"))
        .contains("at most 500.00", "this is 500.01", "payment.large", "in Settings");
    lending.teller().post(path + "/preview", more).expectProblem(422, EXCEEDED);
    lending.pay(lending.teller(), loan, "500.00", TODAY).expect(201);
    lending.manager().idempotent().post(path, more).expect(201);
  }

  @Test
  void aTopUpHasTheSameLimitAndWhatIsInTheWalletWasTakenBefore() {
    UUID loan = loan(currency());
    UUID wallet = wallet(borrowerOf(loan), currency());
    limit("500.00").expect(200);

    topUp(lending.accountant(), wallet, "500.01").expectProblem(422, EXCEEDED);
    topUp(lending.teller(), wallet, "500.00").expect(200);
    topUp(lending.manager(), wallet, "500.01").expect(200);

    lending
        .teller()
        .idempotent()
        .post("/api/payments/" + loan, Map.of("amount", "600.00", "on", TODAY, "channel", "WALLET"))
        .expect(201);
  }

  @Test
  void otherCurrenciesThanTheOrganizationsHaveNoSetLimit() {
    UUID loan = loan("EUR");
    limit("500.00").expect(200);

    lending.pay(lending.teller(), loan, "700.00", TODAY).expect(201);
  }

  /** No other test lends kwacha. */
  @Test
  void withoutALimitAWalletTakesAtMostTwiceWhatAnyProductLends() {
    UUID wallet = wallet(lending.borrower(), "MWK");
    topUp(lending.teller(), wallet, "5000.00").expect(200);
    lending.product(Map.of("currency", "MWK", "maxPrincipal", "900.00"));
    lending.product(Map.of("currency", "MWK", "maxPrincipal", "1000.00"));

    Answer refused = topUp(lending.teller(), wallet, "2000.01").expectProblem(422, EXCEEDED);
    assertThat(refused.text("/detail"))
        .contains("at most 2000.00 MWK", "payment.large")
        .doesNotContain("Settings");
    topUp(people.administrator(), wallet, "2000.01").expect(200);
    topUp(lending.teller(), wallet, "2000.00").expect(200);

    lending.product(Map.of("currency", "MWK"));
    topUp(lending.teller(), wallet, "2000.01").expect(200);
  }

  @Test
  void theLimitIsASettingThatTheTrailShowsAndNullTakesAway() {
    assertThat(limit("750.50").expect(200).text("/cashLimit")).isEqualTo("750.50");
    assertThat(people.as("TELLER").get("/api/organization").text("/cashLimit")).isEqualTo("750.50");
    assertThat(people.as("AUDITOR").get("/api/audit?action=organization.change").body())
        .contains("750.50");
    for (String nonsense : List.of("0.00", "-1.00", "1.001", "much")) {
      limit(nonsense).expectProblem(400, "invalid");
    }
    people.administrator().patch("/api/organization", Map.of("locale", "en")).expect(200);
    assertThat(people.administrator().get("/api/organization").text("/cashLimit"))
        .isEqualTo("750.50");
    people
        .as("MANAGER")
        .patch("/api/organization", Map.of("cashLimit", "1.00"))
        .expectProblem(403, "forbidden");

    assertThat(limit(null).expect(200).json().get("cashLimit").isNull()).isTrue();
  }

  private Answer limit(@Nullable String amount) {
    Map<String, Object> change = new HashMap<>();
    change.put("cashLimit", amount);
    return people.administrator().patch("/api/organization", change);
  }

  private String currency() {
    return people.administrator().get("/api/organization").expect(200).text("/currency");
  }

  private UUID loan(String currency) {
    UUID product = lending.product(Map.of("currency", currency, "approvalSteps", List.of()));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1200.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  private UUID borrowerOf(UUID loan) {
    return UUID.fromString(lending.loan(lending.teller(), loan).text("/borrowerId"));
  }

  private UUID wallet(UUID borrower, String currency) {
    return lending
        .teller()
        .post("/api/wallets", Map.of("borrowerId", borrower, "currency", currency))
        .expect(201)
        .id();
  }

  private static Answer topUp(Http who, UUID wallet, String amount) {
    return who.idempotent()
        .post("/api/wallets/" + wallet + "/top-up", Map.of("amount", amount, "on", TODAY));
  }
}
