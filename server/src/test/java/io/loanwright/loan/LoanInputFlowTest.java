package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a client can send is answered with a 500, and fields are named. */
@FlowTest
class LoanInputFlowTest {

  private final Lending lending;

  LoanInputFlowTest(People people) {
    this.lending = new Lending(people);
  }

  @ParameterizedTest
  @CsvSource({
    "principal, 0, 400",
    "principal, -5, 400",
    "principal, 1.001, 400",
    "principal, 1e3, 400",
    "principal, 99999999999999999999, 400",
    "principal, 9999999999999.99, 201",
    "annualRate, -1, 400",
    "annualRate, 99999, 400",
    "annualRate, x, 400",
    "repayments, 0, 400",
    "repayments, 1201, 400",
    "borrowerId, 17, 400",
    "productId, 01900000-0000-7000-8000-000000000000, 404",
    "borrowerId, 01900000-0000-7000-8000-000000000000, 404",
    "unknown, 1, 400",
  })
  void anApplicationIsReadStrictly(String field, String value, int status) {
    Map<String, Object> request = new HashMap<>();
    request.put("borrowerId", lending.borrower());
    request.put("productId", lending.product(Map.of()));
    request.put("principal", "100.00");
    request.put(field, field.equals("repayments") ? Integer.valueOf(value) : value);

    Answer answer = lending.officer().post("/api/loans/apply", request).expect(status);

    if (status == 400) {
      assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          principal  | 9999999999999999999999999999999999999999 | Is larger than this program keeps (at most 9999999999999).
          principal  | 92233720368547758.07 | Is larger than this program keeps (at most 9999999999999).
          principal  | 1,5     | Must be an amount like 120.50.
          annualRate | 99999   | Must be a percentage such as 7.5, from 0 to 10000 with at most 12 decimals.
          annualRate | 10000.1 | Must be a percentage such as 7.5, from 0 to 10000 with at most 12 decimals.
          """)
  void aRefusedFigureSaysWhatIsWrongWithoutItsName(String field, String value, String message) {
    Map<String, Object> request = new HashMap<>();
    request.put("borrowerId", lending.borrower());
    request.put("productId", lending.product(Map.of()));
    request.put("principal", "100.00");
    request.put(field, value);

    Answer answer = lending.officer().post("/api/loans/apply", request).expect(400);

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/message")).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 0, 400",
    "amount, -1.00, 400",
    "amount, 1.005, 400",
    "amount, abc, 400",
    "amount, 9999999999999.99, 422",
    "on, 2026-02-30, 400",
    "on, 9999-12-31, 400",
    "on, 2199-12-31, 422",
    "on, 1900-01-01, 422",
    "channel, GOLD, 400",
    "targetInstallment, 0, 400",
    "targetInstallment, 1200, 422",
  })
  void aPaymentIsReadStrictly(String field, String value, int status) {
    UUID loan = lending.active("100.00", TODAY);
    Map<String, Object> request = new HashMap<>(Lending.cash("10.00", TODAY));
    request.put(field, field.equals("targetInstallment") ? Integer.valueOf(value) : value);

    Answer answer =
        lending.accountant().idempotent().post("/api/payments/" + loan, request).expect(status);

    if (status != 201) {
      assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "17",
        "\"x\"",
        "{}",
        "{\"amount\":10.00,\"on\":\"2026-03-02\",\"channel\":\"CASH\"}",
        "{\"amount\":{},\"on\":[],\"channel\":true}",
        "{\"amount\":\"1.00\",\"on\":\"2026-03-02\",\"channel\":\"CASH\",\"reference\":\"\\u0000\"}",
        "{\"amount\":\"1.00\",\"amount\":\"2.00\",\"on\":\"2026-03-02\",\"channel\":\"CASH\"}",
      })
  void nonsenseIsNeverAFault(String body) {
    UUID loan = lending.active("100.00", TODAY);
    Http who = lending.accountant().idempotent();
    for (String path :
        new String[] {
          "/api/payments/" + loan,
          "/api/payments/" + loan + "/preview",
          "/api/payments/" + loan + "/reverse",
          "/api/loans/" + loan + "/disburse"
        }) {
      assertThat(who.raw("POST", path, "application/json", body).status())
          .as("%s with %s", path, body)
          .isBetween(400, 499);
    }
    assertThat(lending.officer().raw("POST", "/api/loans/apply", "application/json", body).status())
        .isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/loans?status=BROKEN",
        "/api/loans?sort=magic",
        "/api/loans?limit=0",
        "/api/loans?limit=201",
        "/api/loans?cursor=abc",
        "/api/loans?borrowerId=17",
        "/api/loans?overdue=perhaps",
        "/api/loans/17",
        "/api/loans/user/17",
        "/api/payments?channel=GOLD",
        "/api/payments?from=yesterday",
        "/api/payments?sort=magic",
        "/api/payments/overdue?on=never",
        "/api/payments/overdue?cursor=abc",
        "/api/payments/17",
        "/api/approvals?cursor=abc",
      })
  void aQuestionThatMakesNoSenseIsRefused(String path) {
    lending.manager().get(path).expect(400);
  }

  @Test
  void aDayOrATimeThatIsNoneIsRefused() {
    UUID loan = lending.active("100.00", TODAY);

    lending.officer().get("/api/loans/" + loan + "?asOf=x").expectProblem(400, "invalid");
    lending.officer().get("/api/loans/" + loan + "?knownAt=x").expectProblem(400, "invalid");
    for (String far : List.of("%2B300000-01-01T00:00:00Z", "1899-12-31T23:59:59Z")) {
      lending.officer().get("/api/loans/" + loan + "?knownAt=" + far).expectProblem(400, "invalid");
    }
    lending.officer().get("/api/loans/" + loan + "/schedule?kind=x").expectProblem(400, "invalid");
    lending.officer().get("/api/loans/" + loan + "?asOf=1999-01-01").expect(200);
    String quote = "/api/loans/" + loan + "/quote?on=";
    lending.officer().get(quote + "2150-01-01").expect(200);
    lending.officer().get(quote + "1999-01-01").expectProblem(422, "date-before-disbursement");
  }

  @Test
  void figuresThatDoNotFitEachOtherAreRefused() {
    UUID product = lending.product(Map.of("graceOnPrincipal", 5));
    Map<String, Object> request =
        Map.of(
            "borrowerId",
            lending.borrower(),
            "productId",
            product,
            "principal",
            "100.00",
            "repayments",
            5);

    lending.officer().post("/api/loans/apply", request).expectProblem(422, "terms-refused");
  }

  @Test
  void textOfPeopleIsKeptAsItIs() {
    String purpose = "Кофе \uD83D\uDC04 'x\"; DROP TABLE loan.loan; -- ";
    Answer applied =
        lending
            .officer()
            .post(
                "/api/loans/apply",
                Map.of(
                    "borrowerId",
                    lending.borrower(),
                    "productId",
                    lending.product(Map.of()),
                    "principal",
                    "100",
                    "purpose",
                    purpose))
            .expect(201);

    assertThat(lending.loan(lending.officer(), applied.id()).text("/purpose"))
        .isEqualTo(purpose.strip());
  }

  @Test
  void loansAreListedByFilterPageAndOrder() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of());
    UUID small = lending.apply(lending.officer(), borrower, product, "100.00").id();
    UUID large = lending.apply(lending.officer(), borrower, product, "900.00").id();
    lending.approve(lending.manager(), large).expect(200);
    lending.disburse(lending.accountant(), large, TODAY).expect(200);
    String all = "/api/loans?borrowerId=" + borrower;

    assertThat(lending.officer().get(all + "&status=pending").text("/items/0/id"))
        .isEqualTo(small.toString());
    for (String sort : List.of("outstanding", "-outstanding")) {
      assertThat(lending.officer().get(all + "&status=pending&sort=" + sort).text("/items/0/id"))
          .as(sort)
          .isEqualTo(small.toString());
    }
    for (String sort :
        new String[] {"number", "principal", "outstanding", "appliedOn", "-disbursedOn"}) {
      Answer first = lending.officer().get(all + "&limit=1&sort=" + sort).expect(200);
      Answer next =
          lending
              .officer()
              .get(all + "&limit=1&sort=" + sort + "&cursor=" + first.text("/next"))
              .expect(200);
      assertThat(first.text("/items/0/id")).as(sort).isEqualTo(small.toString());
      assertThat(next.text("/items/0/id")).as(sort).isEqualTo(large.toString());
      assertThat(next.json().get("next").isNull()).as(sort).isTrue();
    }
    String number = lending.loan(lending.officer(), large).text("/number");
    assertThat(lending.officer().get("/api/loans?search=" + number).text("/items/0/id"))
        .isEqualTo(large.toString());
    assertThat(lending.officer().get(all + "&status=ACTIVE&status=CLOSED").json().at("/items"))
        .hasSize(1);
    assertThat(lending.officer().get(all + "&defaulted=true").json().at("/items")).isEmpty();
  }
}
