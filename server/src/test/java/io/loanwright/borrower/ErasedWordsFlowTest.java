package io.loanwright.borrower;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.document.DocumentFixtures;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What the staff typed about somebody goes with him: a marker is put into every field of the API
 * that takes words about a borrower, and looked for in every table once he is erased.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.retention-years=0")
class ErasedWordsFlowTest {

  /** The routes by which somebody writes about a borrower. */
  private static final List<String> ABOUT_BORROWERS =
      List.of(
          "/api/borrowers",
          "/api/documents",
          "/api/loan-requests",
          "/api/loans",
          "/api/payments",
          "/api/promises",
          "/api/relatives",
          "/api/wallets");

  /** Fields of those routes that take no words about a borrower, and why. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("POST /api/borrowers monthlyIncome", "an amount"),
          Map.entry("PATCH /api/borrowers/{id} monthlyIncome", "an amount"),
          Map.entry("POST /api/borrowers/{id}/erasure number", "a number, and compared only"),
          Map.entry("POST /api/borrowers/{id}/erasure reason", "says that he was erased"),
          Map.entry("POST /api/payments/{loanId}/preview reference", "is kept nowhere"),
          Map.entry("PUT /api/payments/how-to-pay text", "what the lender tells all who borrow"),
          Map.entry("POST /api/wallets name", "a wallet of the lender"),
          Map.entry("POST /api/wallets currency", "a wallet of the lender"),
          Map.entry("PATCH /api/wallets/{id} name", "a wallet of the lender"),
          Map.entry("POST /api/wallets/transfers reference", "wallets of the lender"),
          Map.entry("POST /api/wallets/movements/{id}/reversal reason", "wallets of the lender"),
          Map.entry("POST /api/wallets/{id}/withdraw reference", "a wallet of the lender"),
          Map.entry("POST /api/wallets/{id}/top-up reference", "a wallet of the lender"));

  private final People people;
  private final Http admin;
  private final Lending lending;
  private final JdbcClient jdbc;
  private final Verifier verifier;
  private final Sealing sealing;
  private final String marker = "m" + UUID.randomUUID().toString().replace("-", "");
  private final Set<String> planted = new TreeSet<>();

  ErasedWordsFlowTest(People people, JdbcClient jdbc, Verifier verifier, Sealing sealing) {
    this.people = people;
    this.admin = people.administrator();
    this.lending = new Lending(people);
    this.jdbc = jdbc;
    this.verifier = verifier;
    this.sealing = sealing;
  }

  @Test
  void noWordAboutWhoIsErasedIsLeft() {
    Answer made =
        post(admin, "/api/borrowers", "", Map.of("name", marker, "address", marker)).expect(201);
    UUID borrower = made.id();
    standing(borrower);
    UUID closed = lentAndPaidBack(borrower);
    UUID rejected = neverPaidOut(borrower);
    assertThat(fieldsAboutBorrowers()).as("fields of the API").hasSizeGreaterThan(30);
    assertThat(planted)
        .as("fields that the marker is in")
        .containsExactlyInAnyOrderElementsOf(fieldsAboutBorrowers());
    assertThat(found())
        .contains("audit.event", "collection.contact", "loan.event", "loan.loan", "loan.request")
        .contains("payment.payment", "payment.receipt");

    admin
        .post(
            "/api/borrowers/" + borrower + "/erasure",
            Map.of("number", made.text("/number"), "reason", "asked by letter"))
        .expect(200);

    assertThat(found()).isEmpty();
    theReceiptStillSaysWhatWasPaid(closed);
    theLoansCanStillBeRead(closed, rejected);
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** The database blanks nothing of who owes. */
  @Test
  void wordsAboutWhoOwesAreNotBlanked() {
    UUID loan = lending.active("100.00", TODAY);
    UUID debtor = UUID.fromString(lending.loan(admin, loan).text("/borrowerId"));

    for (String sql :
        List.of(
            "SELECT loan.forget_words(:borrower, NULL)",
            "SELECT collection.forget_words(:borrower)",
            "SELECT payment.forget_words(:borrower, NULL)",
            "SELECT integration.forget_rows(:borrower)")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param("borrower", debtor).query(row -> {}))
          .hasMessageContaining("is open");
    }
  }

  private void standing(UUID borrower) {
    String path = "/api/borrowers/" + borrower;
    Answer before = admin.get(path).expect(200);
    send(
            admin.with("If-Match", before.header("etag")),
            "PATCH",
            path,
            "",
            Map.of("address", marker))
        .expect(200);
    UUID declared =
        post(
                admin,
                path,
                "/relatives",
                Map.of(
                    "userId",
                    people.create("MANAGER", null).id(),
                    "relation",
                    "SIBLING",
                    "reason",
                    marker))
            .expect(201)
            .id();
    post(admin, "/api/relatives/" + declared, "/end", Map.of("reason", marker)).expect(200);
    planted.add("POST /api/borrowers/{id}/documents number");
    UUID paper =
        lending
            .officer()
            .upload(
                path + "/documents",
                "file",
                marker + ".pdf",
                DocumentFixtures.pdf(),
                Map.of("kind", "PASSPORT", "number", marker))
            .expect(201)
            .id();
    send(
            lending.officer(),
            "PUT",
            "/api/documents/" + paper,
            "/particulars",
            Map.of("kind", "PASSPORT", "number", marker))
        .expect(200);
    post(lending.manager(), "/api/documents/" + paper, "/refuse", Map.of("reason", marker))
        .expect(200);
  }

  private UUID apply(UUID borrower) {
    return post(
            lending.officer(),
            "/api/loans",
            "/apply",
            Map.of(
                "borrowerId",
                borrower,
                "productId",
                lending.product(Map.of()),
                "principal",
                "1000.00",
                "purpose",
                marker))
        .expect(201)
        .id();
  }

  private UUID neverPaidOut(UUID borrower) {
    Map<String, Object> reason = Map.of("reason", marker);
    UUID rejected = apply(borrower);
    send(lending.manager(), "PATCH", "/api/loans/" + rejected, "/reject", reason).expect(200);
    send(lending.officer(), "PATCH", "/api/loans/" + apply(borrower), "/withdraw", reason)
        .expect(200);
    UUID cancelled = apply(borrower);
    lending.approve(lending.manager(), cancelled).expect(200);
    post(lending.manager(), "/api/loans/" + cancelled, "/cancel", reason).expect(200);
    return rejected;
  }

  private UUID lentAndPaidBack(UUID borrower) {
    UUID loan = apply(borrower);
    String path = "/api/loans/" + loan;
    send(lending.manager(), "PATCH", path, "/approve", Map.of("note", marker)).expect(200);
    lending.disburse(lending.accountant(), loan, "2026-01-02").expect(200);
    collect(path);
    serve(path);
    giveUpButNot(path);
    Answer wrong = pay(loan, "10.00");
    post(lending.manager(), "/api/payments/" + wrong.id(), "/reverse", Map.of("reason", marker))
        .expect(200);
    assertThat(pay(loan, "5000.00").text("/loanStatus")).isEqualTo("CLOSED");
    empty(borrower);
    return loan;
  }

  private void collect(String path) {
    Http collector = people.as("COLLECTOR");
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("channel", "VISIT");
    contact.put("result", "PROMISED");
    contact.put("person", marker);
    contact.put("note", marker);
    contact.put("promise", Map.of("amount", "10.00", "on", "2026-03-09"));
    contact.put("nextAction", Map.of("kind", "CALL", "on", "2026-03-10", "note", marker));
    Answer logged = post(collector, path, "/contacts", contact).expect(201);
    String promise = logged.text("/promise/id");
    post(collector, "/api/promises/" + promise, "/cancel", Map.of("reason", marker)).expect(200);
    Map<String, Object> next = Map.of("kind", "LETTER", "on", "2026-03-11", "note", marker);
    send(collector, "PUT", path, "/next-action", next).expect(200);
    Http manager = lending.manager();
    post(manager, path, "/default", Map.of("defaulted", true, "reason", marker)).expect(200);
    post(manager, path, "/default", Map.of("defaulted", false, "reason", marker)).expect(200);
    post(manager, path, "/flags", Map.of("flag", "DISPUTED", "reason", marker)).expect(201);
    post(manager, path, "/flags/DISPUTED/lift", Map.of("reason", marker)).expect(200);
  }

  private void serve(String path) {
    Http manager = lending.manager();
    post(
            lending.teller(),
            path,
            "/charges",
            Map.of("kind", "FEE", "amount", "5.00", "on", TODAY, "reason", marker))
        .expect(200);
    String charge = manager.get(path + "/charges").expect(200).text("/items/0/id");
    post(manager, path, "/waivers", Map.of("chargeId", charge, "on", TODAY, "reason", marker))
        .expect(200);
    post(
            manager,
            path,
            "/interest-waivers",
            Map.of("amount", "1.00", "on", TODAY, "reason", marker))
        .expect(200);
    JsonNode events = manager.get(path + "/events").expect(200).json().at("/items");
    String last = events.get(events.size() - 1).at("/id").asString();
    post(manager, path, "/events/" + last + "/take-back", Map.of("reason", marker)).expect(200);
    Answer terms =
        post(
                manager,
                path,
                "/changes",
                Map.of("kind", "RATE", "from", TODAY, "annualRate", "6", "reason", marker))
            .expect(201);
    Lending.confirm(admin, terms.id()).expect(200);
    Answer asked =
        post(manager, path, "/top-ups", Map.of("amount", "50.00", "on", TODAY, "reason", marker))
            .expect(201);
    Lending.confirm(admin, asked.id()).expect(200);
  }

  private void giveUpButNot(String path) {
    Http accountant = lending.accountant();
    Map<String, Object> asking = Map.of("on", TODAY, "reason", marker);
    UUID first = post(accountant, path, "/write-off", asking).expect(201).id();
    post(lending.manager(), "/api/loan-requests/" + first, "/reject", Map.of("reason", marker))
        .expect(200);
    UUID second = post(accountant, path, "/write-off", asking).expect(201).id();
    post(accountant, "/api/loan-requests/" + second, "/withdraw", Map.of("reason", marker))
        .expect(200);
  }

  private Answer pay(UUID loan, String amount) {
    Map<String, Object> body = new LinkedHashMap<>(Lending.cash(amount, TODAY));
    body.put("reference", marker);
    return post(lending.teller(), "/api/payments/" + loan, "", body).expect(201);
  }

  /** What was paid too much goes back to him, after some that never was his came and went. */
  private void empty(UUID borrower) {
    Http accountant = lending.accountant();
    Answer wallets = accountant.get("/api/wallets?borrowerId=" + borrower).expect(200);
    String wallet = "/api/wallets/" + wallets.text("/items/0/id");
    String balance = wallets.text("/items/0/balance");
    accountant
        .idempotent()
        .post(wallet + "/top-up", Map.of("amount", "7.00", "on", TODAY))
        .expect(200);
    String topUp = accountant.get(wallet + "/top-ups").expect(200).text("/items/0/id");
    post(accountant, wallet, "/top-ups/" + topUp + "/reversal", Map.of("reason", marker))
        .expect(200);
    Map<String, Object> all = Map.of("amount", balance, "on", TODAY, "reason", marker);
    String wrong = post(accountant, wallet, "/pay-out", all).expect(200).text("/payoutId");
    post(accountant, wallet, "/payouts/" + wrong + "/reversal", Map.of("reason", marker))
        .expect(200);
    post(accountant, wallet, "/pay-out", all).expect(200);
  }

  private void theLoansCanStillBeRead(UUID closed, UUID rejected) {
    Answer loan = admin.get("/api/loans/" + closed).expect(200);
    assertThat(loan.text("/status")).isEqualTo("CLOSED");
    assertThat(loan.text("/borrowerName")).isEqualTo("erased");
    assertThat(admin.get("/api/loans/" + closed + "/events").expect(200).body())
        .contains("\"reason\":\"erased\"")
        .contains("5000.00");
    assertThat(admin.get("/api/loans/" + closed + "/contacts").expect(200).text("/items/0/result"))
        .isEqualTo("PROMISED");
    assertThat(admin.get("/api/loans/" + rejected).expect(200).body()).contains("REJECTED");
    assertThat(admin.get("/api/loan-requests?loanId=" + closed).expect(200).body())
        .contains("\"reason\":\"erased\"");
  }

  /** The number, the amount and the day are facts of the books; who paid is not there any more. */
  private void theReceiptStillSaysWhatWasPaid(UUID loan) {
    Answer payments = admin.get("/api/payments?loanId=" + loan).expect(200);
    assertThat(payments.json().at("/items")).hasSize(2);
    String receipt =
        admin.get("/api/payments/" + payments.text("/items/0/id") + "/receipt").expect(200).body();
    assertThat(receipt)
        .contains(payments.text("/items/0/receiptNumber"), "5,000.00", ">erased<")
        .doesNotContain(marker, "Reference");
  }

  private Answer post(Http who, String thing, String verb, Map<String, Object> body) {
    return send(who, "POST", thing, verb, body);
  }

  /** Sends a command, and notes which of its fields have the marker. */
  private Answer send(
      Http who, String method, String thing, String verb, Map<String, Object> body) {
    String path = thing + verb;
    note(method + " " + template(method, path), "", body);
    Http keyed = who.idempotent();
    return switch (method) {
      case "POST" -> keyed.post(path, body);
      case "PUT" -> keyed.put(path, body);
      default -> keyed.patch(path, body);
    };
  }

  private void note(String route, String under, Map<?, ?> body) {
    body.forEach((name, value) -> {
      if (value instanceof Map<?, ?> part) {
        note(route, under + name + "/", part);
      } else if (value.equals(marker)) {
        planted.add(route + " " + under + name);
      }
    });
  }

  private JsonNode api() {
    return admin.get("/api/openapi.json").expect(200).json();
  }

  private String template(String method, String path) {
    return api().at("/paths").properties().stream()
        .filter(entry -> entry.getValue().has(method.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getKey)
        .filter(template -> path.matches(template.replaceAll("\\{[^}]*}", "[^/]*")))
        .min(Comparator.comparingInt(template -> template.replaceAll("[^{]", "").length()))
        .orElseThrow();
  }

  /** All fields that take any text, by route, but for those that are about something else. */
  private Set<String> fieldsAboutBorrowers() {
    JsonNode api = api();
    Set<String> fields = new TreeSet<>();
    api.at("/paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  String route = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                  if (ABOUT_BORROWERS.stream().anyMatch(path.getKey()::startsWith)) {
                    operation
                        .getValue()
                        .at("/requestBody/content")
                        .properties()
                        .forEach(body ->
                            texts(api, body.getValue().path("schema"), route + " ", fields));
                  }
                }));
    assertThat(fields).as("what is left out").containsAll(OTHERS.keySet());
    fields.removeAll(OTHERS.keySet());
    // A name has a pattern, as it has to say something.
    fields.add("POST /api/borrowers name");
    return fields;
  }

  private static void texts(JsonNode api, JsonNode schema, String name, Set<String> fields) {
    JsonNode known = schema;
    while (known.has("$ref")) {
      known = api.at(known.path("$ref").asString().substring(1));
    }
    JsonNode shape = known;
    boolean isText =
        shape.path("type").isArray()
            ? shape.path("type").toString().contains("\"string\"")
            : shape.path("type").asString("").equals("string");
    if (isText && !shape.has("enum") && !shape.has("format") && !shape.has("pattern")) {
      fields.add(name);
    }
    for (String each : List.of("anyOf", "oneOf", "allOf")) {
      shape.path(each).forEach(part -> texts(api, part, name, fields));
    }
    shape
        .path("properties")
        .properties()
        .forEach(property ->
            texts(
                api,
                property.getValue(),
                name + (name.endsWith(" ") ? "" : "/") + property.getKey(),
                fields));
    if (shape.has("items")) {
      texts(api, shape.path("items"), name + "[]", fields);
    }
  }

  /** Returns every table of the database with a row that has the marker in it. */
  private List<String> found() {
    return jdbc
        .sql(
            """
            SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)
              FROM information_schema.tables
             WHERE table_type = 'BASE TABLE'
               AND table_schema NOT IN ('pg_catalog', 'information_schema', 'flyway')
             ORDER BY 1
            """)
        .query((row, _) -> row.getString(1))
        .list()
        .stream()
        .filter(table ->
            jdbc.sql("SELECT EXISTS (SELECT 1 FROM %s t WHERE t::text LIKE :some)".formatted(table))
                .param("some", "%" + marker + "%")
                .query(Boolean.class)
                .single())
        .toList();
  }
}
