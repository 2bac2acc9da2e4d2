package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.api.ApiDocument.Operation;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.Answer;
import io.loanwright.testing.DemoFlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import io.loanwright.testing.RecordedStatements.Seen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * No screen reads a large table from end to end, and none asks the same for each of its rows.
 *
 * <p>Each operation that only reads is asked as it is, with each of its filters, and in each of its
 * orders, by people whose scopes differ. The statements that it made are explained, with the values
 * that they had, as if the tables had some thousand times their rows: a statement once for each
 * choice of values that are null, as many filters share one text.
 */
@DemoFlowTest
class PlansFlowTest {

  private static final Logger LOG = LoggerFactory.getLogger(PlansFlowTest.class);

  /** What reads a table whole on purpose: the operation and the table, with the reason. */
  private static final Map<String, String> ON_PURPOSE =
      Map.of(
          "GET /api/reports/control-accounts/loans reads ledger.journal_line",
          "looks for what differs among all loans, once their sum was found to differ",
          "GET /api/profile/second-factor reads identity.second_factor",
          "nobody in the demo has one, and of no rows the planner takes all");

  /** Files are lists that are read to their end, and updates are no list. */
  private static final Pattern NO_SCREEN =
      Pattern.compile("/api/(exports|openapi|dashboards/updates).*");

  private static final Pattern ORDERS = Pattern.compile("one of ([^.]+)");

  private static final Pattern VALUE = Pattern.compile("('(?i:t|f|true|false)')|'[^']*'");

  /** Rows of a long list. A statement that is made less often is made for a few kinds of things. */
  private static final int MANY = 8;

  private static final int TRIES = 4;

  private final OwnerDatabase database;
  private final RecordedStatements statements;
  private final People people;
  private final ApiDocument document;
  private final Things things;
  private final Sensible sensible;

  private final Set<String> found = new TreeSet<>();
  private final Set<Seen> explained = new HashSet<>();
  private final Set<String> lists = new HashSet<>();
  private final Set<String> excused = new HashSet<>();
  private int answered;

  PlansFlowTest(OwnerDatabase database, RecordedStatements statements, People people) {
    this.database = database;
    this.statements = statements;
    this.people = people;
    this.document = ApiDocument.of(people.administrator());
    Random random = new Random(20260302);
    this.things = new Things(document, people.administrator(), random);
    this.sensible = new Sensible(document, random, things::idOfField);
  }

  @Test
  void eachQueryOfAScreenHasItsIndexAndIsAskedOnceForAllRows() throws SQLException {
    String branch = people.administrator().get("/api/branches").text("/items/0/id");
    List<Http> askers =
        List.of(
            people.administrator(),
            people.signIn(people.create("MANAGER", UUID.fromString(branch)).email()),
            people.as("FIELD_OFFICER"));
    try (Plans plans = Plans.ifLarge(database)) {
      for (Operation operation : screens()) {
        for (String request : requests(operation)) {
          for (Http asker : askers) {
            ask(plans, operation, asker, request);
          }
        }
      }
    }

    LOG.info(
        "{} requests were answered, {} lists were long, {} statements explained",
        answered,
        lists.size(),
        explained.size());
    assertThat(found).isEmpty();
    assertThat(excused).as("what is still read whole").isEqualTo(ON_PURPOSE.keySet());
    assertThat(answered).as("requests that were answered").isGreaterThan(400);
    assertThat(lists).as("lists of many rows").hasSizeGreaterThan(7);
    assertThat(explained.size()).as("statements that were explained").isGreaterThan(200);
  }

  /** A file of all is read to its end; one of a borrower, an officer or a day is not. */
  @Test
  void aFileOfFewIsReadByTheirIndex() throws SQLException {
    Http admin = people.administrator();
    JsonNode loan = admin.get("/api/loans?status=ACTIVE").expect(200).json().at("/items/0");
    String borrower = loan.at("/borrowerId").asString();
    List<String> files =
        List.of(
            "loans.csv?borrowerId=" + borrower,
            "loans.csv?officerId=" + loan.at("/officerId").asString(),
            "loans.csv?flag=LEGAL",
            "payments.csv?borrowerId=" + borrower,
            "payments.csv?loanId=" + loan.at("/id").asString(),
            "journal.csv?from=2026-03-02&to=2026-03-02",
            "audit.csv?subjectId=" + loan.at("/id").asString());
    try (Plans plans = Plans.ifLarge(database)) {
      for (String file : files) {
        statements.begin();
        admin.get("/api/exports/" + file).expect(200);
        List<Seen> seen = statements.end();
        assertThat(seen).as(file).anyMatch(each -> each.sql().contains("SELECT"));
        for (Seen each : seen) {
          if (Plans.isExplained(each)) {
            plans
                .readWhole(each, "")
                .forEach(table ->
                    found.add(file + " reads " + table + " whole: " + oneLine(each.filled())));
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private void ask(Plans plans, Operation operation, Http asker, String request)
      throws SQLException {
    statements.begin();
    Answer answer = asker.get(request);
    List<Seen> seen = statements.end();
    if (answer.status() < 400) {
      answered++;
      if (answer.header("content-type").contains("json")
          && answer.json().path("items").size() >= MANY) {
        lists.add(operation.toString());
      }
    }
    // What was read of lists is noted by a clock of its own, whose statements fall into any
    // request.
    seen.stream()
        .filter(each -> !each.sql().contains("audit.event"))
        .collect(Collectors.groupingBy(Seen::sql, Collectors.counting()))
        .forEach((sql, times) -> {
          if (times >= MANY) {
            found.add("%s makes %d times: %s".formatted(operation, times, oneLine(sql)));
          }
        });
    explain(plans, operation, seen);
  }

  private void explain(Plans plans, Operation operation, List<Seen> seen) throws SQLException {
    String setting = "";
    for (Seen each : seen) {
      String text = each.filled();
      if (text.startsWith("SELECT set_config")) {
        setting = text;
      }
      if (Plans.isExplained(each) && explained.add(new Seen(blanked(text), setting))) {
        for (String table : plans.readWhole(each, setting)) {
          String finding = operation + " reads " + table;
          if (ON_PURPOSE.containsKey(finding)) {
            excused.add(finding);
          } else {
            found.add(finding + " whole: " + oneLine(text));
          }
        }
      }
    }
  }

  /** Without the values, but with what is null, true or false: many filters are in one text. */
  private static String blanked(String filled) {
    return VALUE.matcher(filled).replaceAll("$1");
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("\\s+", " ");
  }

  @Test
  void aQueryWithoutAnIndexIsSeen() throws SQLException {
    Seen planted = new Seen("?", "SELECT id FROM loan.loan WHERE purpose = ('School fees')");
    Seen walked = new Seen("??", planted.filled() + " ORDER BY number");
    Seen small = new Seen("???", "SELECT id FROM mail.message WHERE subject = ('Hello')");
    Seen served = new Seen("????", "SELECT id FROM loan.loan WHERE number = ('LN-2026-000012')");
    try (Plans plans = Plans.ifLarge(database)) {
      assertThat(plans.readWhole(planted, "")).containsExactly("loan.loan");
      assertThat(plans.readWhole(walked, "")).containsExactly("loan.loan");
      assertThat(plans.readWhole(small, "")).containsExactly("mail.message");
      assertThat(plans.readWhole(served, "")).isEmpty();
    }
  }

  private List<Operation> screens() {
    return document.operations().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> !NO_SCREEN.matcher(operation.path()).matches())
        .toList();
  }

  /** As it is, with each parameter alone, and in each order. */
  private List<String> requests(Operation operation) {
    List<JsonNode> parameters = operation.parameters("query");
    String needed =
        parameters.stream()
            .filter(parameter -> parameter.path("required").asBoolean(false))
            .map(parameter -> pair(parameter, values(parameter).getFirst()))
            .collect(Collectors.joining("&"));
    String path = path(operation, needed);
    List<String> requests = new ArrayList<>(List.of(path + "?" + needed));
    for (JsonNode parameter : parameters) {
      for (String value : values(parameter)) {
        String more = parameter.path("name").asString().equals("sort") ? "&limit=2" : "";
        requests.add(path + "?" + needed + "&" + pair(parameter, value) + more);
      }
    }
    return requests;
  }

  /** One of something that is there, if there is any: not all that {@link Things} names is. */
  private String path(Operation operation, String needed) {
    List<String> paths =
        IntStream.range(0, operation.path().contains("{") ? TRIES : 1)
            .mapToObj(_ -> operation.pathWith(name -> things.idOfPath(operation.path(), name)))
            .toList();
    return paths.stream()
        .filter(path -> people.administrator().get(path + "?" + needed).status() < 400)
        .findFirst()
        .orElse(paths.getFirst());
  }

  private static String pair(JsonNode parameter, String value) {
    return parameter.path("name").asString()
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private List<String> values(JsonNode parameter) {
    String name = parameter.path("name").asString();
    return switch (name) {
      case "sort" -> {
        Matcher orders = ORDERS.matcher(parameter.path("description").asString(""));
        yield orders.find() ? Arrays.asList(orders.group(1).trim().split(",\\s*")) : List.of();
      }
      case "search" -> List.of("amina", "amina wanj", "0712345", "LN-2026-000012");
      case "currency" -> List.of("USD");
      default -> {
        JsonNode made = sensible.value(name, parameter.path("schema"));
        String text = made.isArray() ? made.path(0).asString("") : made.asString("");
        yield text.isEmpty() ? List.of() : List.of(text);
      }
    };
  }
}
