package io.loanwright.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.BehindProxy;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever sends too much is told to wait, in headers and in words, and nobody else is. */
@BehindProxy
class RateLimitFlowTest {

  private static final Map<String, Object> NOTHING = Map.of();

  private final Http http;
  private final People people;
  private final RequestMappingHandlerMapping controllers;

  RateLimitFlowTest(
      Http http, People people, RequestMappingHandlerMapping requestMappingHandlerMapping) {
    this.http = http;
    this.people = people;
    this.controllers = requestMappingHandlerMapping;
  }

  @Test
  void signInsOfOneAddressAreLimitedAndThoseOfOthersAreNot() {
    Http address = from("198.51.100.1");

    Answer refused = untilRefused(300, () -> address.post("/api/auth/login", NOTHING));

    assertThat(refused.header("retry-after")).isEqualTo("1");
    assertThat(refused.text("/detail")).endsWith("Try again in 1 second.");
    assertThat(refused.header("ratelimit")).startsWith("\"sign-in\";r=0;t=");
    assertThat(refused.header("ratelimit-policy")).isEqualTo("\"sign-in\";q=300;w=60");
    assertThat(refused.header("cache-control")).isEqualTo("no-store");
    from("198.51.100.2").post("/api/auth/login", NOTHING).expect(400);
    address.post("/api/auth/refresh", NOTHING).expect(401);
    address.get("/api/health").expect(200);
  }

  @Test
  void anotherSpellingOfAnAddressIsTheSameLimit() {
    Http address = from("198.51.100.3");

    untilRefused(300, () -> address.post("/api/auth/%6cogin", NOTHING));

    assertIsUsedUp(() -> address.post("/%61pi/auth/login", NOTHING));
  }

  @Test
  void allAddressesOfAHouseholdAreOne() {
    untilRefused(300, () -> from("2001:db8:1:2::7").post("/api/auth/login", NOTHING));

    assertIsUsedUp(() -> from("2001:db8:1:2:ffff::1").post("/api/auth/login", NOTHING));
    from("2001:db8:1:3::7").post("/api/auth/login", NOTHING).expect(400);
  }

  @Test
  void whatCostsMuchIsLimitedByUserWhereverTheUserIs() {
    Http user = people.signIn(people.create("LOAN_OFFICER", null).email());
    int[] calls = {0};

    untilRefused(
        1_200,
        () ->
            user.with("X-Forwarded-For", "198.51.101." + calls[0]++ % 200)
                .post("/api/calculator/schedule", NOTHING));

    assertIsUsedUp(() -> user.get("/api/borrowers?search=a"));
    user.get("/api/borrowers").expect(200);
    people
        .signIn(people.create("LOAN_OFFICER", null).email())
        .post("/api/calculator/schedule", NOTHING)
        .expect(400);
  }

  @Test
  void whatIsOpenToAllIsLimitedByAddress() {
    Http address = from("198.51.100.4");

    Answer refused = untilRefused(1_200, () -> address.post("/api/calculator/schedule", NOTHING));

    assertThat(refused.response().headers().allValues("ratelimit-policy"))
        .containsExactly("\"address\";q=30000;w=60", "\"costly\";q=1200;w=60");
    from("198.51.100.5").post("/api/calculator/schedule", NOTHING).expect(400);
  }

  @Test
  void exportsAreLimitedMoreThanAnythingElseAlsoByHead() {
    Http user = people.signIn(people.create("AUDITOR", null).email());

    Answer first = user.get("/api/exports/audit.csv?from=nonsense");

    assertThat(first.response().headers().allValues("ratelimit-policy"))
        .contains("\"heavy\";q=120;w=60");
    untilRefused(119, () -> user.get("/api/exports/audit.csv?from=nonsense"));
    assertThat(user.raw("HEAD", "/api/exports/audit.csv", "text/plain", "").status())
        .isEqualTo(429);
  }

  @Test
  void everyAnswerOfTheApiSaysWhatIsLeft() {
    Answer answer =
        people
            .signIn(people.create("AUDITOR", null).email())
            .with("X-Forwarded-For", "198.51.100.6")
            .get("/api/profile");

    assertThat(answer.expect(200).response().headers().allValues("ratelimit-policy"))
        .containsExactly("\"address\";q=30000;w=60", "\"user\";q=6000;w=60");
    assertThat(answer.response().headers().allValues("ratelimit"))
        .containsExactly("\"address\";r=29999;t=1", "\"user\";r=5999;t=1");
  }

  @Test
  void thePageItselfIsNotLimited() {
    Answer page = http.get("/login");

    assertThat(page.header("ratelimit")).isEmpty();
  }

  @Test
  void everyRouteOfTheTableIsOneOfTheApi() {
    for (RateLimit limit : RateLimit.values()) {
      assertThat(limit.routes()).as(limit.name()).isNotEmpty().allMatch(this::isServed);
    }
    assertThat(isServed(Route.parse("POST /api/auth/gone"))).isFalse();
    assertThat(isServed(Route.parse("DELETE /api/auth/login"))).isFalse();
  }

  private boolean isServed(Route route) {
    return controllers.getHandlerMethods().keySet().stream()
        .anyMatch(served -> covers(route, served));
  }

  private static boolean covers(Route route, RequestMappingInfo served) {
    return served.getPatternValues().stream()
        .map(pattern -> PathContainer.parsePath(pattern.replaceAll("\\{[^}]*}", "x")))
        .anyMatch(path ->
            served.getMethodsCondition().getMethods().stream()
                .anyMatch(method -> route.covers(new Request(method.name(), path, "search=x"))));
  }

  private Http from(String address) {
    return http.with("X-Forwarded-For", address);
  }

  /** Sends some, far fewer than a limit that is not used up lets through. */
  private static void assertIsUsedUp(Supplier<Answer> call) {
    assertThat(Stream.generate(call).limit(100).map(Answer::status)).contains(429);
  }

  /** Sends until it is refused; what comes back meanwhile lets some more through. */
  private static Answer untilRefused(int free, Supplier<Answer> call) {
    for (int sent = 0; sent < 10 * free; sent++) {
      Answer answer = call.get();
      if (answer.status() == 429) {
        assertThat(sent).as("calls that were let through").isGreaterThanOrEqualTo(free);
        return answer.expectProblem(429, "too-many-requests");
      }
    }
    throw new AssertionError("never refused");
  }
}
