package io.loanwright.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the lender offers, over HTTP. */
@FlowTest
class ProductFlowTest {

  private final Http admin;
  private final People people;

  ProductFlowTest(People people) {
    this.people = people;
    this.admin = people.administrator();
  }

  @Test
  void aProductNeedsFiveFieldsAndAnswersEveryDefault() {
    Answer made = admin.post("/api/products", fields(Map.of())).expect(201);

    Answer read = admin.get("/api/products/" + made.id()).expect(200);
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.header("etag")).isEqualTo(made.header("etag"));
    assertThat(read.text("/interestMethod")).isEqualTo("DECLINING_BALANCE");
    assertThat(read.text("/accounting")).isEqualTo("CASH");
    assertThat(read.text("/approvalSteps/0/role")).isEmpty();
    assertThat(read.json().at("/allocationOrder").toString())
        .isEqualTo("[\"PENALTY\",\"FEE\",\"INTEREST\",\"PRINCIPAL\"]");
    assertThat(read.text("/allocationDirection")).isEqualTo("HORIZONTAL");
    assertThat(read.json().hasNonNull("allocationSteps")).isFalse();
    assertThat(people.as("LOAN_OFFICER").get("/api/products").expect(200).body())
        .contains(made.id().toString());
  }

  @Test
  void whoAppliesSeesWhatIsOfferedButNotHowTheLenderDecides() {
    UUID offered =
        admin.post("/api/products", fields(Map.of("maxPrincipal", "900"))).expect(201).id();
    UUID withdrawn = admin.post("/api/products", fields(Map.of())).expect(201).id();
    admin.patch("/api/products/" + withdrawn, Map.of("active", false)).expect(200);
    Http borrower = people.as("BORROWER");

    Answer list = borrower.get("/api/products/offered").expect(200);

    assertThat(list.body())
        .contains(offered.toString(), "\"maxPrincipal\":\"900.00\"")
        .doesNotContain(withdrawn.toString(), "accounts", "approvalSteps", "accounting");
    borrower.get("/api/products").expectProblem(403, "forbidden");
    people.as("ACCOUNTANT").get("/api/products/offered").expectProblem(403, "forbidden");
  }

  @Test
  void interestThatFollowsPaymentsDoesNotAccrue() {
    Map<String, Object> fields =
        fields(Map.of("accounting", "CASH", "recalculation", "FOLLOWS_PAYMENTS"));
    UUID product = admin.post("/api/products", fields).expect(201).id();
    fields.put("accounting", "ACCRUAL");

    Answer refused =
        admin
            .patch("/api/products/" + product, Map.of("terms", fields))
            .expectProblem(422, "accounting-not-supported");

    assertThat(refused.text("/errors/0/field")).isEqualTo("accounting");
    fields.put("recalculation", "NONE");
    admin.patch("/api/products/" + product, Map.of("terms", fields)).expect(200);
    assertThat(admin.get("/api/products/" + product).expect(200).text("/accounting"))
        .isEqualTo("ACCRUAL");
  }

  @Test
  void whatAccruesHasAnAccountOfItsOwn() {
    Map<String, Object> fields =
        fields(Map.of("accounting", "ACCRUAL", "accounts", Map.of("INTEREST_RECEIVABLE", "1210")));

    admin.post("/api/products", fields).expectProblem(422, "receivable-account-shared");
    fields.put("accounting", "CASH");
    admin.post("/api/products", fields).expect(201);
  }

  @Test
  void aChangeIsTheNextVersionAndAnOldOneDoesNotOverwriteIt() {
    Map<String, Object> fields = fields(Map.of("annualRate", "24"));
    Answer made = admin.post("/api/products", fields).expect(201);
    String path = "/api/products/" + made.id();
    Http withVersion = admin.with("If-Match", made.header("etag"));
    fields.put("annualRate", "18.5");

    Answer changed = withVersion.patch(path, Map.of("terms", fields)).expect(200);

    assertThat(changed.text("/annualRate")).isEqualTo("18.5");
    assertThat(changed.text("/version")).isEqualTo("2");
    withVersion.patch(path, Map.of("active", false)).expectProblem(409, "stale");
    assertThat(admin.patch(path, Map.of("active", false)).expect(200).text("/active"))
        .isEqualTo("false");
  }

  @Test
  void twoProductsDoNotShareAName() {
    Map<String, Object> fields = fields(Map.of());
    admin.post("/api/products", fields).expect(201);
    fields.computeIfPresent(
        "name", (_, name) -> name.toString().toUpperCase(java.util.Locale.ROOT));
    admin.post("/api/products", fields).expectProblem(409, "product-name-taken");
  }

  @ParameterizedTest
  @CsvSource({
    "currency, EURO, 400",
    "currency, QQQ, 400",
    "annualRate, -1, 400",
    "annualRate, 1e9, 400",
    "repayments, 0, 400",
    "unit, YEARS, 400",
    "minPrincipal, 10.001, 400",
    "maxPrincipal, -5, 400",
    "accounting, BARTER, 400",
    "name, '  ', 400",
    "nonsense, 1, 400",
  })
  void aWrongFieldIsNamed(String field, String value, int status) {
    Answer answer = admin.post("/api/products", fields(Map.of(field, value))).expect(status);

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void limitsApprovalsAndOrderMustFitTogether() {
    admin
        .post("/api/products", fields(Map.of("minPrincipal", "500", "maxPrincipal", "100")))
        .expectProblem(400, "invalid");
    admin
        .post("/api/products", fields(Map.of("allocationOrder", List.of("FEE", "FEE"))))
        .expectProblem(400, "invalid");
    admin
        .post(
            "/api/products",
            fields(Map.of("allocationSteps", List.of("DUE_FEE", "DUE_INTEREST", "DUE_PRINCIPAL"))))
        .expectProblem(400, "invalid");
    admin
        .post("/api/products", fields(Map.of("approvalSteps", List.of(Map.of("role", "BORROWER")))))
        .expectProblem(422, "role-cannot-approve");
    admin
        .post("/api/products", fields(Map.of("approvalSteps", List.of(Map.of("role", "boss")))))
        .expectProblem(400, "invalid");
    admin
        .post("/api/products", fields(Map.of("accounts", Map.of("CASH", "no-such"))))
        .expectProblem(422, "account-unusable");
  }

  @Test
  void anOrderOfStepsIsAnsweredAsItWasGiven() {
    List<String> steps = Stream.of(AllocationStep.values()).map(Enum::name).toList().reversed();
    Answer made =
        admin
            .post(
                "/api/products",
                fields(Map.of("allocationSteps", steps, "allocationDirection", "VERTICAL")))
            .expect(201);

    assertThat(made.json().at("/allocationSteps").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(steps);
    assertThat(made.text("/allocationDirection")).isEqualTo("VERTICAL");
    assertThat(made.text("/allocationOrder/0")).isEqualTo("PRINCIPAL");
  }

  /** A borrower has one wallet a currency, on one account, whatever products he borrows by. */
  @Test
  void noProductKeepsWalletsOnAnAccountOfItsOwn() {
    Answer refused =
        admin
            .post("/api/products", fields(Map.of("accounts", Map.of("BORROWER_WALLETS", "2120"))))
            .expectProblem(422, "wallet-account-shared");
    assertThat(refused.text("/errors/0/field")).isEqualTo("accounts.BORROWER_WALLETS");
    Map<String, Object> fields = fields(Map.of("accounts", Map.of("BORROWER_WALLETS", "2110")));
    UUID product = admin.post("/api/products", fields).expect(201).id();
    fields.put("accounts", Map.of("BORROWER_WALLETS", "2120"));
    admin
        .patch("/api/products/" + product, Map.of("terms", fields))
        .expectProblem(422, "wallet-account-shared");
  }

  /** The close of a month looks at one account for all that is set aside. */
  @Test
  void noProductSetsAsideOnAnAccountOfItsOwn() {
    Answer refused =
        admin
            .post(
                "/api/products", fields(Map.of("accounts", Map.of("LOAN_LOSS_ALLOWANCE", "1210"))))
            .expectProblem(422, "allowance-account-shared");
    assertThat(refused.text("/errors/0/field")).isEqualTo("accounts.LOAN_LOSS_ALLOWANCE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIELD_OFFICER", "TELLER", "ACCOUNTANT", "COLLECTOR"})
  void aStepIsForARoleThatMayApprove(String role) {
    List<Map<String, String>> steps = List.of(Map.of("role", "MANAGER"), Map.of("role", role));
    Answer refused =
        admin
            .post("/api/products", fields(Map.of("approvalSteps", steps)))
            .expectProblem(422, "role-cannot-approve");
    assertThat(refused.text("/errors/0/field")).isEqualTo("approvalSteps[1].role");

    Map<String, Object> fields = fields(Map.of("approvalSteps", steps.subList(0, 1)));
    UUID product = admin.post("/api/products", fields).expect(201).id();
    fields.put("approvalSteps", steps);
    admin
        .patch("/api/products/" + product, Map.of("terms", fields))
        .expectProblem(422, "role-cannot-approve");
  }

  @Test
  void onlyThoseWhoMayEditProducts() {
    people.as("TELLER").post("/api/products", fields(Map.of())).expectProblem(403, "forbidden");
    admin.get("/api/products/" + UUID.randomUUID()).expectProblem(404, "not-found");
  }

  private static Map<String, Object> fields(Map<String, ?> more) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Product " + UUID.randomUUID());
    fields.put("currency", "EUR");
    fields.put("annualRate", "12");
    fields.put("repayments", 12);
    fields.put("unit", "MONTHS");
    fields.putAll(more);
    return fields;
  }
}
