package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A command that takes a list needs no more statements where the list is longer. */
@FlowTest
@Import(RecordedStatements.class)
class CommandStatementsFlowTest {

  private static final int FEW = 2;
  private static final int MANY = 12;

  /** These touch no table, however long the list is. */
  private static final Set<String> CALCULATORS =
      Set.of("POST /api/calculator/apr", "POST /api/calculator/schedule");

  private static final List<String> CURRENCIES =
      List.of("EUR", "USD", "KES", "UGX", "TZS", "ZAR", "NGN", "GHS", "INR", "PHP", "GBP", "CHF");

  private final Lending lending;
  private final People people;
  private final RecordedStatements statements;
  private final Map<String, IntFunction<Supplier<Answer>>> commands = new TreeMap<>();

  CommandStatementsFlowTest(People people, RecordedStatements statements) {
    this.people = people;
    this.lending = new Lending(people);
    this.statements = statements;
    commands.put("PUT /api/arrears/classes", this::classes);
    commands.put("PUT /api/calendar", this::calendar);
    commands.put("POST /api/collection/assign", this::assign);
    commands.put("POST /api/expenses/{id}/approve", this::approval);
    commands.put("POST /api/ledger/manual-entries", this::manualEntry);
    commands.put("POST /api/products", this::product);
    commands.put("PATCH /api/products/{id}", this::productVersion);
    commands.put("PUT /api/reminders/settings", this::reminders);
    commands.put("PATCH /api/roles/{code}", this::limits);
  }

  @Test
  void eachCommandThatTakesAListIsAsked() {
    ApiDocument document = ApiDocument.of(people.administrator());

    assertThat(document.operations())
        .filteredOn(operation -> hasList(document, operation.bodySchema("application/json"), 0))
        .extracting(ApiDocument.Operation::toString)
        .filteredOn(operation -> !CALCULATORS.contains(operation))
        .containsExactlyInAnyOrderElementsOf(commands.keySet());
  }

  private static boolean hasList(ApiDocument document, JsonNode unresolved, int depth) {
    JsonNode schema = document.resolve(unresolved);
    return depth < 6
        && (schema.has("items")
            || schema
                .path("properties")
                .valueStream()
                .anyMatch(each -> hasList(document, each, depth + 1))
            || schema
                .path("oneOf")
                .valueStream()
                .anyMatch(each -> hasList(document, each, depth + 1)));
  }

  @Test
  void longListsTakeNoMoreStatementsThanShortOnes() {
    Map<String, String> found = new TreeMap<>();
    commands.forEach((name, command) -> {
      asked(command.apply(FEW));
      List<String> few = asked(command.apply(FEW));
      List<String> many = asked(command.apply(MANY));
      if (many.size() != few.size()) {
        found.put(
            name,
            "%d statements for %d, %d for %d: %s"
                .formatted(few.size(), FEW, many.size(), MANY, most(many)));
      }
    });

    assertThat(found).isEmpty();
  }

  private List<String> asked(Supplier<Answer> command) {
    statements.begin();
    Answer answer = command.get();
    List<String> made =
        statements.end().stream().map(seen -> seen.sql().replaceAll("\\s+", " ")).toList();
    assertThat(answer.status())
        .as("%s answered %s", answer.request(), answer.body())
        .isLessThan(300);
    return made;
  }

  private static Map.Entry<String, Long> most(List<String> made) {
    return made.stream()
        .collect(Collectors.groupingBy(sql -> sql, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow();
  }

  private static <T> List<T> times(int count, IntFunction<T> each) {
    return IntStream.range(0, count).mapToObj(each).toList();
  }

  private Http admin() {
    return people.administrator();
  }

  private Http knowing(String path) {
    return admin().with("If-Match", admin().get(path).expect(200).header("ETag"));
  }

  private Supplier<Answer> classes(int count) {
    String path = "/api/arrears/classes";
    JsonNode first = admin().get(path).expect(200).json().at("/classes/0");
    List<Object> classes = new ArrayList<>(List.of(first));
    for (int i = 1; i < count; i++) {
      classes.add(
          Map.of(
              "code",
              "late-" + i,
              "name",
              "Late " + i,
              "fromDay",
              10 * i,
              "nonPerforming",
              false,
              "provisionPercent",
              "0",
              "marksDefault",
              false));
    }
    Http knowing = knowing(path);
    return () -> knowing.put(path, Map.of("classes", classes));
  }

  private Supplier<Answer> calendar(int count) {
    LocalDate first = LocalDate.of(2027, 1, 1);
    Map<String, Object> calendar =
        Map.of(
            "workingWeek",
            List.of("MONDAY", "TUESDAY"),
            "holidays",
            times(count, i -> Map.of("on", first.plusDays(i).toString(), "name", "Day " + i)));
    return () -> admin().put("/api/calendar", calendar);
  }

  private Supplier<Answer> assign(int count) {
    List<UUID> loans = times(count, _ -> lending.active("1200.00", Lending.TODAY));
    return () -> lending.manager().post("/api/collection/assign", Map.of("loanIds", loans));
  }

  private Supplier<Answer> manualEntry(int count) {
    List<Map<String, String>> lines =
        times(
            count,
            i ->
                Map.of(
                    "account", i % 2 == 0 ? "1120" : "3100",
                    "side", i % 2 == 0 ? "DEBIT" : "CREDIT",
                    "amount", "1.00"));
    Map<String, Object> draft =
        Map.of(
            "on", Lending.TODAY,
            "currency", "EUR",
            "description", "Capital paid in",
            "reason", "Decision of the owners",
            "lines", lines);
    return () -> lending.accountant().idempotent().post("/api/ledger/manual-entries", draft);
  }

  /** An expense has ten files at most. */
  private Supplier<Answer> approval(int count) {
    String category = admin().get("/api/expense-categories").expect(200).text("/items/0/id");
    UUID expense =
        lending
            .accountant()
            .idempotent()
            .post(
                "/api/expenses",
                Map.of(
                    "categoryId", category,
                    "vendor", "Landlord",
                    "amount", "7.00",
                    "currency", "EUR",
                    "on", Lending.TODAY))
            .expect(201)
            .id();
    List<UUID> files = times(Math.min(count, 10), i -> bill(expense, i));
    return () ->
        lending
            .manager()
            .idempotent()
            .post("/api/expenses/" + expense + "/approve", Map.of("attachments", files));
  }

  private UUID bill(UUID expense, int number) {
    byte[] file =
        "%%PDF-1.4%n%% %s %d%n%%%%EOF%n"
            .formatted(expense, number)
            .getBytes(StandardCharsets.UTF_8);
    return lending
        .accountant()
        .upload(
            "/api/expenses/" + expense + "/attachments", "file", number + ".pdf", file, Map.of())
        .expect(201)
        .id();
  }

  private static Map<String, Object> terms(int count) {
    return new HashMap<>(
        Map.of(
            "name",
            "Product " + UUID.randomUUID(),
            "currency",
            "EUR",
            "annualRate",
            "12",
            "interestPeriod",
            "SAME_AS_REPAYMENT_PERIOD",
            "repayments",
            6,
            "unit",
            "MONTHS",
            "charges",
            times(count, i -> Map.of("name", "Fee " + i, "amount", "1.00", "at", "DISBURSEMENT")),
            "approvalSteps",
            times(Math.min(count, 10), _ -> Map.of("role", "MANAGER"))));
  }

  private Supplier<Answer> product(int count) {
    Map<String, Object> terms = terms(count);
    return () -> admin().post("/api/products", terms);
  }

  private Supplier<Answer> productVersion(int count) {
    UUID product = lending.product(Map.of());
    Map<String, Object> terms = terms(count);
    return () -> admin().patch("/api/products/" + product, Map.of("terms", terms));
  }

  private Supplier<Answer> reminders(int count) {
    String path = "/api/reminders/settings";
    List<Map<String, Object>> rules =
        times(
            count,
            i ->
                Map.of("kind", "OVERDUE", "days", i + 1, "subject", "Late", "body", "Dear {name}"));
    Http knowing = knowing(path);
    return () -> knowing.put(path, Map.of("enabled", true, "mailed", false, "rules", rules));
  }

  private Supplier<Answer> limits(int count) {
    String code = "LIMITED_" + letters();
    people.whoMay(code, Map.of("charge.waive", "ORGANIZATION"));
    Http knowing = knowing("/api/roles/" + code);
    List<Map<String, String>> limits =
        times(
            count,
            i ->
                Map.of("permission", "charge.waive", "currency", CURRENCIES.get(i), "amount", "5"));
    return () -> knowing.patch("/api/roles/" + code, Map.of("limits", limits));
  }

  private static String letters() {
    return UUID.randomUUID()
        .toString()
        .chars()
        .filter(Character::isLetter)
        .mapToObj(letter -> String.valueOf((char) Character.toUpperCase(letter)))
        .collect(Collectors.joining());
  }
}
