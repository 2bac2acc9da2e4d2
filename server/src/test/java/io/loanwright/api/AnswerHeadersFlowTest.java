package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Golden;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The headers of each kind of answer are those of a table that a person can read: whatever is
 * missing from it, or comes into it, is seen.
 */
@FlowTest
class AnswerHeadersFlowTest {

  private static final String TABLE = "server/src/test/resources/answer-headers.txt";
  private static final Pattern ASSET = Pattern.compile("/assets/[^\"]+\\.js");

  /** These are other ones in each answer, or belong to the connection. */
  private static final Set<String> OWN =
      Set.of(
          "connection",
          "content-disposition",
          "content-length",
          "date",
          "etag",
          "keep-alive",
          "last-modified",
          "ratelimit",
          "transfer-encoding");

  private final Http http;
  private final People people;

  AnswerHeadersFlowTest(Http http, People people) {
    this.http = http;
    this.people = people;
  }

  @Test
  void theHeadersOfAnswersAreThoseOfTheTable() {
    Assumptions.assumeTrue(
        AnswerHeadersFlowTest.class.getResource("/static/index.html") != null,
        "the web page is not built");
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    answers().forEach((kind, answer) -> kinds.put(kind, headers(answer)));
    Set<String> common = new TreeSet<>(kinds.values().iterator().next());
    kinds.values().forEach(common::retainAll);

    StringBuilder table = new StringBuilder();
    table.append("# What answers tell a browser; each has the first ones and its own.\n");
    append(table, "every answer", common);
    kinds.forEach((kind, headers) -> {
      headers.removeAll(common);
      append(table, kind, headers);
    });

    assertThat(common).contains("x-content-type-options: nosniff", "x-frame-options: DENY");
    Golden.assertMatches(TABLE, table.toString(), AnswerHeadersFlowTest.class);
  }

  private Map<String, Answer> answers() {
    Lending lending = new Lending(people);
    UUID loan = lending.active("600.00", Lending.TODAY);
    UUID payment = lending.pay(lending.teller(), loan, "50.00", Lending.TODAY).expect(201).id();
    Http teller = lending.teller();
    Answer page = http.get("/login").expect(200);
    String script = ASSET.matcher(page.body()).results().findFirst().orElseThrow().group();

    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("page", page);
    answers.put("file of the page", http.get(script).expect(200));
    answers.put("answer of the API", teller.get("/api/loans/" + loan).expect(200));
    answers.put("health", http.get("/api/health").expect(200));
    answers.put(
        "paper",
        teller
            .with("Accept", "application/pdf")
            .get("/api/payments/" + payment + "/receipt")
            .expect(200));
    answers.put("export", people.as("AUDITOR").get("/api/exports/loans.csv").expect(200));
    answers.put("refusal of a controller", teller.get("/api/loans/7").expect(400));
    answers.put("refusal of a stranger", http.get("/api/loans").expect(401));
    answers.put("nothing there", http.get("/nothing.txt").expect(404));
    answers.put(
        "refusal of a filter",
        http.post("/api/auth/login", Map.of("login", "x".repeat(1 << 20))).expect(413));
    answers.put("refusal of the connection", http.get("/%00").expect(400));
    return answers;
  }

  private static Set<String> headers(Answer answer) {
    Set<String> lines = new TreeSet<>();
    answer
        .response()
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!OWN.contains(name)) {
            lines.add(name + ": " + String.join(" | ", values));
          }
        });
    return lines;
  }

  private static void append(StringBuilder table, String kind, Set<String> lines) {
    table.append('\n').append(kind).append('\n');
    lines.forEach(line -> table.append("  ").append(line).append('\n'));
  }
}
