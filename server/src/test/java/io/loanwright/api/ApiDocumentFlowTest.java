package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Golden;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The description of the API is complete, and the one that is checked in is the program's. */
@FlowTest
class ApiDocumentFlowTest {

  private final Http http;
  private final People people;
  private final ApiDocument document;

  ApiDocumentFlowTest(Http http, People people) {
    this.http = http;
    this.people = people;
    this.document = ApiDocument.of(http);
  }

  @Test
  void theCheckedInDocumentIsTheOneOfTheProgram() {
    String text = http.get("/api/openapi.json.yaml").expect(200).body();

    Golden.assertMatches("api/openapi.yaml", text, ApiDocumentFlowTest.class);
  }

  @Test
  void everyOperationHasANameATagAndASummary() {
    assertThat(document.operations())
        .allSatisfy(operation -> {
          JsonNode json = operation.json();
          assertThat(json.path("operationId").asString("")).matches("[a-z]+([A-Z][a-z0-9]*)*");
          assertThat(json.path("summary").asString("")).isNotBlank().doesNotEndWith(".");
          assertThat(json.path("tags").size()).isEqualTo(1);
        });
    assertThat(document.operations())
        .extracting(operation -> operation.json().path("operationId").asString())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyOperationAnswersWithSuccessAndProblems() {
    assertThat(document.operations())
        .allSatisfy(operation -> {
          List<String> statuses =
              new ArrayList<>(operation.json().path("responses").propertyNames());
          assertThat(statuses)
              .as("%s", operation)
              .filteredOn(s -> s.startsWith("2"))
              .hasSizeBetween(1, 2);
          assertThat(statuses)
              .filteredOn(s -> s.startsWith("4"))
              .allSatisfy(status ->
                  assertThat(
                          operation
                              .json()
                              .at(
                                  "/responses/"
                                      + status
                                      + "/content/application~1problem+json/schema/$ref")
                              .asString(""))
                      .isEqualTo("#/components/schemas/Problem"));
        });
  }

  @Test
  void whatIsNeverNullIsRequired() {
    assertThat(document.required("Problem"))
        .containsExactlyInAnyOrder("type", "title", "status", "code", "detail");
    assertThat(document.required("User")).contains("id", "name", "status");
    assertThat(document.required("User")).doesNotContain("branchId");
  }

  @Test
  void whatIsRefusedWithoutItsKeySaysThatItNeedsOne() {
    assertThat(document.operations())
        .filteredOn(operation -> needsKey(operation.parameters("header")))
        .extracting(ApiDocument.Operation::id)
        .containsExactlyInAnyOrder(
            "disburseLoan",
            "recordPayment",
            "reversePayment",
            "askForWriteOff",
            "confirmLoanRequest",
            "addLoanCharge",
            "waiveLoanCharge",
            "askForOtherTerms",
            "waiveLoanInterest",
            "askForTopUp",
            "takeLoanEventBack",
            "topUpWallet",
            "reverseTopUp",
            "payOutOfWallet",
            "reverseWalletPayout",
            "draftManualEntry",
            "approveManualEntry",
            "rejectManualEntry",
            "withdrawManualEntry",
            "transferBetweenWallets",
            "withdrawFromWallet",
            "reverseWalletMovement",
            "recordExpense",
            "approveExpense",
            "rejectExpense",
            "withdrawExpense",
            "payExpense",
            "takeBackExpense");
  }

  private static boolean needsKey(List<JsonNode> headers) {
    return headers.stream()
        .anyMatch(header ->
            header.path("name").asString().equals("Idempotency-Key")
                && header.path("required").asBoolean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/loans", "/api/payments", "/api/borrowers?search=x"})
  void listsSayWhichOrdersTheyHave(String list) {
    Http reader = people.administrator();
    String path = list.replaceFirst("\\?.*", "");
    String described =
        document.operations().stream()
            .filter(o -> o.method().equals("GET") && o.path().equals(path))
            .flatMap(o -> o.parameters("query").stream())
            .filter(parameter -> parameter.path("name").asString().equals("sort"))
            .map(parameter -> parameter.path("description").asString())
            .collect(Collectors.joining());
    String asked = list + (list.contains("?") ? "&" : "?") + "sort=";

    String refused = reader.get(asked + "magic").expect(400).text("/errors/0/message");

    assertThat(described)
        .isEqualTo(refused.replace("Must be one of", "The order, one of").replaceFirst("\\.$", ""));
    Pattern.compile(", ")
        .splitAsStream(described.replace("The order, one of ", ""))
        .forEach(order -> reader.get(asked + order).expect(200));
  }

  @Test
  void everyListThatIsSortedSaysSo() {
    assertThat(document.operations())
        .flatExtracting(operation -> operation.parameters("query"))
        .filteredOn(parameter -> parameter.path("name").asString().equals("sort"))
        .allSatisfy(sort ->
            assertThat(sort.path("description").asString("")).startsWith("The order, one of "));
  }
}
