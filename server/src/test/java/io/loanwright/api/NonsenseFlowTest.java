package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.api.ApiDocument.Operation;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.Population;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a client sends to any operation of the API, the answer is below 500, and a refusal is a
 * problem with a code and a status that the description names.
 *
 * <p>Each operation gets the same number of bodies of which a part is nonsense, and all texts of
 * {@link Nonsense} that are wrong as a whole. Nonsense comes from a seed, which is logged, so a
 * failure repeats; {@code -Dnonsense.seed=} and {@code -Dnonsense.requests=50000} dig further,
 * {@code -Dnonsense.path=/api/loans} in one place. The application is this class's own, because
 * some of the nonsense is good enough to change it.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.rate-limits=off")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonsenseFlowTest {

  private static final Logger LOG = LoggerFactory.getLogger(NonsenseFlowTest.class);
  private static final int REQUESTS = Integer.getInteger("nonsense.requests", 8_000);
  private static final int REQUESTS_MIN = 2_000;
  private static final long SEED = Long.getLong("nonsense.seed", 20261121L);
  private static final String PATH = System.getProperty("nonsense.path", "/api/");
  private static final String JSON = "application/json";

  /**
   * What no client is to see of the inside: frames of a stack, classes of exceptions, SQL states.
   */
  private static final Pattern TRACE =
      Pattern.compile(
          "(?s).*(\\bat (io|org|java|com)\\.[\\w.$]+\\(|[a-z]\\.[A-Z]\\w+Exception|SQLState).*");

  /** Statuses that no operation lists: of the protocol, and of a wrong token on an open route. */
  private static final Set<Integer> UNLISTED = Set.of(401, 405, 406);

  private final Http open;
  private final People people;
  private final ApiDocument document;
  private final int rounds;
  private Http http;
  private int calls;
  private int successes;
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  NonsenseFlowTest(Http http, People people) {
    this.open = http;
    this.people = people;
    this.document = ApiDocument.of(http);
    this.rounds = Math.ceilDiv(REQUESTS, document.operations().size());
    this.http = people.signIn(People.ADMIN_EMAIL);
    new Population(this.http).settle();
  }

  @TestFactory
  List<DynamicTest> nothingIsA5xx() {
    return document.operations().stream()
        .filter(operation -> operation.path().startsWith(PATH))
        .map(operation ->
            DynamicTest.dynamicTest(operation.toString(), () -> new Attack(operation).run()))
        .toList();
  }

  @Test
  void fiftyMegabytesAreRefused() {
    String body = "{\"login\":\"" + "x".repeat(50 << 20) + "\",\"password\":\"x\"}";

    http.raw("POST", "/api/auth/login", JSON, body).expectProblem(413, "body-too-large");
  }

  @AfterAll
  void theNonsenseWasNotRefusedAtTheDoor() {
    LOG.info(
        "{} requests to {} operations, {} of them let through, by status {}; -Dnonsense.seed={}",
        calls,
        document.operations().size(),
        successes,
        statuses,
        SEED);
    assertThat(calls).isGreaterThan(PATH.equals("/api/") ? REQUESTS_MIN : 50);
    assertThat(successes).as("calls that were let through").isGreaterThan(calls / 50);
  }

  /** Everything that is tried with one operation. */
  private final class Attack {

    private final Operation operation;
    private final Random random;
    private final Nonsense nonsense;
    private final Things things;
    private final Sensible sensible;
    private final Set<String> undocumented = new TreeSet<>();

    Attack(Operation operation) {
      this.operation = operation;
      this.random = new Random(SEED + operation.toString().hashCode());
      this.nonsense = new Nonsense(random);
      if (http.get("/api/profile").status() == 401) {
        http = people.signIn(People.ADMIN_EMAIL);
      }
      this.things = new Things(document, http, random);
      this.sensible = new Sensible(document, random, things::idOfField);
    }

    void run() {
      for (int round = 0; round < rounds; round++) {
        one();
      }
      JsonNode body = operation.bodySchema("application/json");
      if (!body.isMissingNode()) {
        Nonsense.BODIES.forEach(text -> send(http, path(), JSON, text));
        for (String type : Nonsense.CONTENT_TYPES) {
          send(http, path(), type, sensible.value("", body).toString());
        }
      }
      paths();
      headers();
      assertThat(undocumented).as("statuses that the description does not name").isEmpty();
    }

    private void one() {
      JsonNode body = operation.bodySchema("application/json");
      JsonNode form = operation.bodySchema("multipart/form-data");
      Http client = random.nextInt(4) == 0 ? http : http.idempotent();
      if (!body.isMissingNode()) {
        JsonNode good = sensible.value("", body);
        boolean asItIs = random.nextInt(6) == 0;
        send(client, path(), JSON, asItIs ? good.toString() : nonsense.spoil(good));
      } else if (!form.isMissingNode()) {
        upload(client, form);
      } else {
        send(client, path(), JSON, null);
      }
    }

    private void upload(Http client, JsonNode form) {
      List<byte[]> files =
          List.of(
              new byte[0],
              "name,amount\nA,1\n\u0000,x,y,\"".getBytes(StandardCharsets.UTF_8),
              "%PDF-1.7 nothing".getBytes(StandardCharsets.ISO_8859_1),
              new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
              "\"".repeat(10_000).getBytes(StandardCharsets.UTF_8));
      List<String> parts = new ArrayList<>(form.path("properties").propertyNames());
      parts.add("nothing");
      Map<String, String> fields =
          random.nextBoolean()
              ? Map.of()
              : Map.of(nonsense.oneOf(parts), nonsense.oneOf(Nonsense.TEXTS));
      String name =
          nonsense.oneOf(List.of("a.csv", "../../a", "", "x".repeat(5_000), "a\u0000.pdf"));
      byte[] file = files.get(random.nextInt(files.size()));
      check(client.upload(path(), nonsense.oneOf(parts), name, file, fields), "an upload");
    }

    /** Ids that are none, with whatever else the operation wants. */
    private void paths() {
      if (!operation.path().contains("{")) {
        return;
      }
      for (String id :
          List.of("x", "1-1-1-1-1", "%00", "%2e%2e%2f", "x".repeat(3_000), "%F0%9F%98%80")) {
        send(http.idempotent(), operation.pathWith(_ -> id), JSON, "{}");
      }
    }

    private void headers() {
      for (String value :
          List.of("", "\"", "\"x\"", "W/\"1\"", "\"99999999999999999999\"", "x".repeat(3_000))) {
        send(http.with("If-Match", value), path(), JSON, "{}");
        send(http.with("Idempotency-Key", value), path(), JSON, "{}");
        send(http.with("Accept", value.isEmpty() ? "application/xml" : value), path(), JSON, "{}");
        check(call(open.with("Authorization", "Bearer " + value), path(), JSON, "{}"), "a token");
      }
    }

    /**
     * A path with ids of things that exist, mostly, and query parameters that are nonsense, mostly.
     */
    private String path() {
      String path = operation.pathWith(name -> things.idOfPath(operation.path(), name));
      StringBuilder query = new StringBuilder();
      for (JsonNode parameter : operation.parameters("query")) {
        String name = parameter.path("name").asString();
        int choice = random.nextInt(4);
        if (choice > 1) {
          continue;
        }
        String text =
            choice == 0
                ? nonsense.oneOf(Nonsense.TEXTS)
                : text(sensible.value(name, parameter.path("schema")));
        query.append(query.isEmpty() ? "?" : "&");
        query.append(name).append('=').append(URLEncoder.encode(text, StandardCharsets.UTF_8));
      }
      return path + query;
    }

    private static String text(JsonNode value) {
      return value.isArray() ? text(value.path(0)) : value.asString("");
    }

    private void send(Http client, String path, String type, @Nullable String body) {
      String what = body == null ? "nothing" : body.substring(0, Math.min(400, body.length()));
      check(call(client, path, type, body), type + " " + what);
    }

    private Answer call(Http client, String path, String type, @Nullable String body) {
      return switch (operation.method()) {
        case "GET" -> client.get(path);
        case "DELETE" -> client.delete(path);
        default ->
            body == null ? client.post(path) : client.raw(operation.method(), path, type, body);
      };
    }

    private void check(Answer answer, String sent) {
      calls++;
      int status = answer.status();
      statuses.merge(status, 1, Integer::sum);
      assertThat(status)
          .as("%s with %s: %s", answer.request(), sent, answer.body())
          .isLessThan(500);
      assertThat(answer.body()).as("%s with %s", answer.request(), sent).doesNotMatch(TRACE);
      if (status < 400) {
        successes++;
      } else {
        assertThat(answer.header("content-type"))
            .as("%s with %s answered %s %s", answer.request(), sent, status, answer.body())
            .isEqualTo("application/problem+json");
        assertThat(answer.text("/code")).matches("[a-z][a-z0-9-]+");
      }
      if (!UNLISTED.contains(status) && !operation.json().path("responses").has("" + status)) {
        undocumented.add(
            status + " " + answer.body().substring(0, Math.min(150, answer.body().length())));
      }
    }
  }
}
