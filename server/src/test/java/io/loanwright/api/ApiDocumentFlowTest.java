package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Golden;
import io.loanwright.testing.Http;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the API is complete, and the one that is checked in is the program's. */
@FlowTest
class ApiDocumentFlowTest {

  private final Http http;
  private final ApiDocument document;

  ApiDocumentFlowTest(Http http) {
    this.http = http;
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
}
