package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.OpenToAll;
import io.loanwright.access.Permitted;
import io.loanwright.api.ApiDocument.Operation;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Golden;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may call what: every route is called by somebody of every role and by nobody, and the answers
 * are compared with a table that a person can read.
 */
@FlowTest
class RouteRolesFlowTest {

  private static final String TABLE = "server/src/test/resources/route-roles.txt";
  private static final String NOBODY = "none";
  private static final String NOTHING = "0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b";

  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("adm", "ADMIN");
    COLUMNS.put("mgr", "MANAGER");
    COLUMNS.put("lo", "LOAN_OFFICER");
    COLUMNS.put("fo", "FIELD_OFFICER");
    COLUMNS.put("tel", "TELLER");
    COLUMNS.put("acc", "ACCOUNTANT");
    COLUMNS.put("col", "COLLECTOR");
    COLUMNS.put("aud", "AUDITOR");
    COLUMNS.put("bor", "BORROWER");
    COLUMNS.put(NOBODY, "");
  }

  private final Http http;
  private final People people;
  private final Collection<HandlerMethod> handlers;

  RouteRolesFlowTest(
      Http http,
      People people,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.http = http;
    this.people = people;
    this.handlers = mapping.getHandlerMethods().values();
  }

  @Test
  void whoMayCallWhatIsWhatTheTableSays() {
    Map<String, Http> callers = callers();
    StringBuilder table = new StringBuilder(heading());
    for (Operation operation : ApiDocument.of(http).operations()) {
      table.append(line(operation, callers)).append('\n');
      if (operation.id().equals("logout")) {
        callers = callers();
      }
    }

    Golden.assertMatches(TABLE, table.toString(), RouteRolesFlowTest.class);
  }

  @Test
  void everyControllerMethodSaysWhoMayCallIt() {
    assertThat(unguarded(handlers)).isEmpty();
    assertThat(handlers).as("methods seen").hasSizeGreaterThan(20);
  }

  @Test
  void aMethodThatSaysNothingIsFound() throws NoSuchMethodException {
    HandlerMethod planted =
        new HandlerMethod(new Planted(), Planted.class.getDeclaredMethod("unguarded"));

    assertThat(unguarded(List.of(planted))).hasSize(1);
  }

  private static List<String> unguarded(Collection<HandlerMethod> methods) {
    return methods.stream()
        .filter(method -> method.getBeanType().isAnnotationPresent(RestController.class))
        .filter(method -> method.getBeanType().getPackageName().startsWith("io.loanwright"))
        .filter(method -> !method.hasMethodAnnotation(Permitted.class))
        .filter(method -> !method.hasMethodAnnotation(OpenToAll.class))
        .map(HandlerMethod::getShortLogMessage)
        .toList();
  }

  /** People of their own: some calls end the session of who makes them. */
  private Map<String, Http> callers() {
    Map<String, Http> callers = new LinkedHashMap<>();
    COLUMNS.forEach((column, role) ->
        callers.put(
            column,
            column.equals(NOBODY) ? http : people.signIn(people.create(role, null).email())));
    return callers;
  }

  private static String line(Operation operation, Map<String, Http> callers) {
    StringBuilder line =
        new StringBuilder("%-7s%-46s".formatted(operation.method(), operation.path()));
    callers.forEach((column, caller) -> {
      Answer answer = call(operation, caller);
      assertThat(answer.status())
          .as("%s by %s: %s", operation, column, answer.body())
          .isLessThan(500);
      line.append("%-5s".formatted(refused(operation, answer) ? "-" : "x"));
    });
    return line.append(operation.isOpen() ? "open" : operation.permissions())
        .toString()
        .stripTrailing();
  }

  /** An open route may still find a token or a password wrong, and says 401 too. */
  private static boolean refused(Operation operation, Answer answer) {
    return answer.status() == 403 || (answer.status() == 401 && !operation.isOpen());
  }

  /**
   * Calls with ids of nothing and without input, so that what is allowed finds or changes nothing.
   */
  private static Answer call(Operation operation, Http caller) {
    String path = operation.pathWith(name -> name.equals("format") ? "csv" : NOTHING);
    if (!operation.bodySchema("multipart/form-data").isMissingNode()) {
      return caller.upload(path, "nothing", "nothing.txt", new byte[0], Map.of());
    }
    return switch (operation.method()) {
      case "GET" -> caller.get(path);
      case "DELETE" -> caller.delete(path);
      default -> caller.raw(operation.method(), path, "application/json", "{}");
    };
  }

  private static String heading() {
    String roles =
        COLUMNS.entrySet().stream()
            .filter(column -> !column.getKey().equals(NOBODY))
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));
    String columns = COLUMNS.keySet().stream().map("%-5s"::formatted).collect(Collectors.joining());
    return """
    # Who may call which route: x is let in, - is refused with 401 or 403. How far a permission reaches
    # (organization, branch, own records, oneself) is in identity/V2__role_templates.sql.
    # %s, none: not signed in.

    %-53s%spermission
    """
        .formatted(roles, "", columns);
  }

  @RestController
  private static final class Planted {

    @SuppressWarnings("unused") // found by its name
    void unguarded() {}
  }
}
