package io.loanwright.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** Nothing that a client can send is a 5xx, and each refusal says what to do. */
@FlowTest
@Import(Probe.class)
class ProblemsFlowTest {

  private static final String ID = "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b";

  private final Http http;

  ProblemsFlowTest(People people) {
    this.http = people.administrator();
  }

  @Test
  void theHealthOfAServerThatRunsIsUp() {
    assertThat(http.get("/api/health").expect(200).text("/status")).isEqualTo("up");
  }

  @Test
  void aGoodRequestPasses() {
    Answer answer =
        http.post(
                "/api/probe",
                Map.of("name", "a", "unit", "DAYS", "count", 3, "on", "2026-02-28", "branchId", ID))
            .expect(200);

    assertThat(answer.text("/on")).isEqualTo("2026-02-28");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "a", "unit": "DAYS", "count": 1, "nmae": "x"}       | nmae       | Is not a known field.
          {"name": "a", "unit": "YEARS", "count": 1}                   | unit       | Must be one of DAYS, MONTHS.
          {"name": "a", "unit": 1, "count": 1}                         | unit       | Must be one of DAYS, MONTHS.
          {"name": "a", "unit": "DAYS", "count": "many"}               | count      | Must be a number.
          {"name": "a", "unit": "DAYS", "count": "1"}                  | count      | Must be a number.
          {"name": "a", "unit": "DAYS", "count": 1.5}                  | count      | Must be a number.
          {"name": "a", "unit": "DAYS", "count": 99999999999999999999} | count      | Is out of range.
          {"name": "a", "unit": "DAYS", "count": null}                 | count      | Must be a number.
          {"name": "a", "unit": "DAYS"}                                | count      | Must be a number.
          {"name": 5, "unit": "DAYS", "count": 1}                      | name       | Must be text, in quotes.
          {"name": ["a"], "unit": "DAYS", "count": 1}                  | name       | Must be text, in quotes.
          {"name": "a", "unit": "DAYS", "count": 1, "on": "31.12.2026"} | on        | Must be a date like 2026-01-31.
          {"name": "a", "unit": "DAYS", "count": 1, "on": "2026-02-30"} | on        | Must be a date like 2026-01-31.
          {"name": "a", "unit": "DAYS", "count": 1, "on": 20260228}    | on         | Must be a date like 2026-01-31.
          {"name": "a", "unit": "DAYS", "count": 1, "on": "0001-01-01"} | on        | Must lie between 1900-01-01 and 2199-12-31.
          {"name": "a", "unit": "DAYS", "count": 1, "branchId": "7"}   | branchId   | Must be an id like 0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b.
          {"name": "a", "unit": "DAYS", "count": 1, "charges": [{"name": "x", "amount": 0.1}]} | charges[0].amount | Must be text, in quotes.
          {"name": "a", "unit": "DAYS", "count": 1, "charges": [{"name": ""}]} | charges[0].name | Fill this in.
          {"name": " ", "unit": "DAYS", "count": 1}                    | name       | Fill this in.
          {"unit": "DAYS", "count": 1}                                 | name       | Fill this in.
          {"name": "a", "count": 1}                                    | unit       | Fill this in.
          {"name": "123456789012345678901", "unit": "DAYS", "count": 1} | name      | At most 20 characters.
          """)
  void aWrongFieldIsNamedWithWhatIsExpected(String body, String field, String message) {
    Answer answer = send(body).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/message")).isEqualTo(message);
  }

  @Test
  void aRuleOfARecordIsReadByTheClient() {
    Answer answer =
        send("{\"name\": \"a\", \"unit\": \"DAYS\", \"count\": -1}")
            .expectProblem(400, "malformed");

    assertThat(answer.text("/detail")).contains("must not be negative");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "nonsense",
        "[]",
        "\"text\"",
        "5",
        "null",
        "{\"name\": \"a\", \"unit\": \"DAYS\", \"count\": 1} {}",
        "{\"name\": \"a\", \"name\": \"b\"}",
        "{'name': 'a'}",
        "\u0000",
        "{\"name\": NaN}"
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    send(body).expectProblem(400, "malformed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "a", "name": "b"}              | has the field "name" twice at line 1, column
          {"name": "a", "count": %s}              | A number in the body is too long
          """)
  void whatIsWrongWithTheJsonIsSaid(String body, String words) {
    Answer answer = send(body.formatted("9".repeat(5_000))).expectProblem(400, "malformed");

    assertThat(answer.text("/detail")).contains(words);
  }

  @Test
  void jsonNestedAThousandDeepIsRefused() {
    send("[".repeat(10_000)).expectProblem(400, "malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/probe/search?count=1, on, Is required.",
    "/api/probe/search?on=2026-01-01, count, Is required.",
    "/api/probe/search?on=yesterday&count=1, on, Must be a date like 2026-01-31.",
    "/api/probe/search?on=9999-12-31&count=1, on, Must lie between 1900-01-01 and 2199-12-31.",
    "/api/probe/search?on=2026-01-01&count=x, count, Must be a number.",
    "/api/probe/search?on=2026-01-01&count=11, count, At most 10.",
    "/api/probe/search?on=2026-01-01&count=1&unit=x, unit, 'Must be one of DAYS, MONTHS.'",
    "/api/probe/list?from=2026-13-01, from, Must be a date like 2026-01-31.",
    "/api/probe/list?from=1066-10-14, from, Must lie between 1900-01-01 and 2199-12-31.",
    "/api/probe/list?at=x, at, Must be a moment like 2026-01-31T10:15:30Z.",
    "/api/probe/list?unit=x, unit, 'Must be one of DAYS, MONTHS.'",
    "/api/probe/list?branchId=x, branchId, Must be an id like"
        + " 0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b.",
    "/api/probe/list?count=x, count, Must be a number.",
    "/api/probe/list?count=11, count, At most 10.",
    "/api/probe/42, id, Must be an id like 0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b.",
  })
  void aWrongParameterIsNamed(String path, String field, String message) {
    Answer answer = http.get(path).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/message")).isEqualTo(message);
  }

  @Test
  void aParameterThatARouteDoesNotHaveIsRefused() {
    http.get("/api/probe/list?count=1&next=x").expect(200);
    Answer answer = http.get("/api/probe/list?cuont=1&next=x").expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo("cuont");
    assertThat(answer.text("/errors/0/message"))
        .isEqualTo("Is not a known parameter; there are at, branchId, count, from, next, unit.");
    assertThat(http.get("/api/probe/" + ID + "?a=b").expectProblem(400, "invalid").body())
        .contains("Is not a known parameter");
    http.upload("/api/probe/upload?dryRun=true", "file", "a.csv", new byte[1], Map.of())
        .expect(200);
    http.upload("/api/probe/upload", "file", "a.csv", new byte[1], Map.of("dryRun", "true"))
        .expect(200);
    http.upload("/api/probe/upload?dryrun=true", "file", "a.csv", new byte[1], Map.of())
        .expectProblem(400, "invalid");
  }

  @Test
  void whatTheProgramKnowsOfTheCallerIsNoParameter() {
    Answer answer = http.get("/api/loans?branchId=" + ID).expectProblem(400, "invalid");

    assertThat(answer.text("/errors/0/field")).isEqualTo("branchId");
    assertThat(answer.body()).doesNotContain("grants");
  }

  @Test
  void theZeroCharacterIsRefusedAndNotAFault() {
    http.get("/api/probe/text?value=a%00b").expectProblem(400, "invalid");
  }

  @Test
  void methodsMediaTypesAndAddressesThatDoNotExistAreRefused() {
    http.delete("/api/probe").expectProblem(405, "method-not-allowed");
    http.raw("POST", "/api/probe", "text/plain", "x").expectProblem(415, "unsupported-media-type");
    http.raw("POST", "/api/probe", "nonsense", "{}").expectProblem(415, "unsupported-media-type");
    http.get("/api/nothing-here").expectProblem(404, "not-found");
    http.get("/api").expectProblem(404, "not-found");
    http.post("/api/nothing-here", Map.of()).expectProblem(404, "not-found");
    http.with("Accept", "image/png").get("/api/probe/" + ID).expectProblem(406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/yaml",
        "application/x-yaml",
        "application/cbor",
        "application/xml",
        "text/xml",
        "application/x-jackson-smile",
        "application/x-www-form-urlencoded"
      })
  void onlyJsonIsReadAndWritten(String type) {
    Answer refused =
        http.raw("POST", "/api/probe", type, "{\"name\": \"a\", \"unit\": \"DAYS\", \"count\": 1}")
            .expectProblem(415, "unsupported-media-type");

    assertThat(refused.text("/detail")).contains("application/json").doesNotContain("yaml");
    http.with("Accept", type).get("/api/branches").expectProblem(406, "not-acceptable");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-16, 415",
    "application/json;charset=\"UTF-16LE\", 415",
    "application/json; charset=iso-8859-1, 415",
    "application/json; charset=zz, 415",
    "application/json; charset=utf-8, 200",
    "application/json;charset=\"UTF-8\", 200"
  })
  void jsonIsReadInUtf8Only(String type, int status) {
    http.raw("POST", "/api/probe", type, "{\"name\": \"a\", \"unit\": \"DAYS\", \"count\": 1}")
        .expect(status);
  }

  @Test
  void whoCannotBeAnsweredInHisTypeReadsWhichTypesThereAre() {
    Answer answer =
        http.with("Accept", "image/png")
            .get("/api/payments/" + ID + "/receipt")
            .expectProblem(406, "not-acceptable");

    assertThat(answer.text("/detail")).contains("text/html, application/pdf");
  }

  @Test
  void twoRowsOfOneKeyAreAConflict() {
    http.post("/api/probe/unique").expectProblem(409, "conflict");
  }

  @Test
  void anOldVersionIsStale() {
    http.with("If-Match", "\"6\"").post("/api/probe/version").expectProblem(409, "stale");
    http.with("If-Match", "six").post("/api/probe/version").expectProblem(400, "invalid");
    assertThat(http.with("If-Match", "\"7\"").post("/api/probe/version").expect(204).header("etag"))
        .isEqualTo("\"7\"");
  }

  @Test
  void aBugSaysAnIncidentAndNothingOfTheInside() {
    Answer answer = http.post("/api/probe/bug").expectProblem(500, "internal");

    assertThat(answer.text("/incident")).hasSize(36);
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsRefused() {
    String text = "\"" + "x".repeat(1_048_576) + "\"";
    send("{\"name\": " + text + "}").expectProblem(413, "body-too-large");
  }

  @Test
  void aBodyOfFiftyMegabytesIsRefusedAndTheClientReadsWhy() {
    send("x".repeat(50_000_000)).expectProblem(413, "body-too-large");
  }

  @Test
  void aBodyThatHidesItsLengthIsRefusedAllTheSame() throws IOException {
    String chunk = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";
    String answer =
        speak(
            "POST /api/probe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk
                + chunk
                + "0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
  }

  @Test
  void filesMayHaveTwentyMegabytes() {
    assertThat(upload(15_000_000).expect(200).body()).isEqualTo("15000000");
    upload(25_000_000).expectProblem(413, "body-too-large");
    http.post("/api/probe/upload").expectProblem(415, "unsupported-media-type");
  }

  @Test
  void headersOfThirtyKilobytesAreRefused() {
    assertThat(http.with("X-Long", "x".repeat(30_000)).get("/api/health").status())
        .isBetween(400, 431);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?count=%zz", "?%zz=1", "?=1", "?&&", "?%C0%AF=1"})
  void aQueryThatIsNoneIsNoFault(String query) throws IOException {
    String answer =
        speak("GET /api/probe/list" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 [24]\\d\\d .*");
  }

  @Test
  void aQueryOfTwentyThousandCharactersIsRefusedWithTheLimit() throws IOException {
    String answer =
        speak(
            "GET /api/borrowers?search="
                + "x".repeat(20_000)
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("16 kB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/../../etc/passwd",
        "/api/%2e%2e/%2e%2e/etc/passwd",
        "/..;/api/health",
        "/api/%2fhealth",
        "/assets/..%2f..%2fapplication.yaml",
        "/%c0%ae%c0%ae/etc/passwd",
        "/api/health%00",
        "/api//health",
        "/api/health;x=1",
        "/\\..\\..",
        "/%5c..%5c",
        "/api/%zz",
        "/assets/../application.yaml",
        "/application.yaml",
        "/db/migration/__root/V2__jobs.sql"
      })
  void tricksWithThePathLeadNowhere(String path) throws IOException {
    String answer = speak("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("root:", "datasource");
  }

  @Test
  void whatTheConnectorRefusesIsAProblemToo() throws IOException {
    String answer = speak("GET /api/health%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).contains("application/problem+json", "\"code\":\"invalid\"");
    assertThat(answer).doesNotContain("<html");
  }

  @Test
  void nulIsRefusedWhereverItStands() {
    send("{\"name\": \"a\\u0000b\", \"unit\": \"DAYS\", \"count\": 1}")
        .expectProblem(400, "invalid");
    http.get("/api/users?search=a%00b").expectProblem(400, "invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET /api/health HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "FLY /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "TRACE /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      })
  void brokenRequestsAreRefused(String request) throws IOException {
    assertThat(speak(request)).matches("(?s)HTTP/1.1 4\\d\\d .*");
  }

  private Answer send(String body) {
    return http.raw("POST", "/api/probe", "application/json", body);
  }

  private Answer upload(int bytes) {
    return http.upload("/api/probe/upload", "file", "a.csv", new byte[bytes], Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Idempotency-Key", "Content-Type", "Authorization", "Accept", "If-Match"})
  void aHeaderThatIsNotAsciiIsRefused(String header) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "localhost");
    headers.put("Authorization", http.authorization());
    headers.put("Content-Type", "application/json");
    headers.put("Content-Length", "2");
    headers.put("Connection", "close");
    headers.put(
        header, new String("ключ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    StringBuilder request = new StringBuilder("POST /api/payments/" + ID + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));

    String answer = speak(request + "\r\n{}");

    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }

  /** Sends bytes that no HTTP client would. */
  private String speak(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(http.base()).getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] answer = in.readNBytes(4_000);
      return new String(answer, StandardCharsets.UTF_8);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
    assertThatThrownBy(() -> http.get("/api/probe/half"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("/api/probe/half");
  }
}
