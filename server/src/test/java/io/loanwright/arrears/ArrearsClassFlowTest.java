package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanwright.ledger.Ledger;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of classes, and what follows from entering one. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2020-01-06")
class ArrearsClassFlowTest {

  private static final long SEVERAL_ROUNDINGS = 7;
  private static final String PATH = "/api/arrears/classes";

  private final People people;
  private final Closing closing;
  private final Ledger ledger;
  private final Verifier verifier;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private List<Map<String, Object>> before = List.of();

  ArrearsClassFlowTest(
      People people,
      Ledger ledger,
      Verifier verifier,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.people = people;
    this.closing = new Closing(people);
    this.ledger = ledger;
    this.verifier = verifier;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private Http admin() {
    return people.administrator();
  }

  @BeforeEach
  void remember() {
    before = classes(admin().get(PATH).expect(200));
  }

  @AfterEach
  void restore() {
    admin().put(PATH, Map.of("classes", before)).expect(200);
  }

  /** The table of classes, as it is read and written. */
  record Table(List<Map<String, Object>> classes) {}

  private static List<Map<String, Object>> classes(Answer answer) {
    return answer.as(Table.class).classes();
  }

  private Answer change(Consumer<List<Map<String, Object>>> edit) {
    List<Map<String, Object>> wanted = new ArrayList<>();
    before.forEach(each -> wanted.add(new HashMap<>(each)));
    edit.accept(wanted);
    return admin().put(PATH, Map.of("classes", wanted));
  }

  @Test
  void thereAreSevenAsInstalledAndNothingIsSetAside() {
    assertThat(before)
        .extracting(each -> each.get("code") + " " + each.get("fromDay"))
        .containsExactly(
            "current 0",
            "1-30 1",
            "31-60 31",
            "61-90 61",
            "91-180 91",
            "181-360 181",
            "over-360 361");
    assertThat(before).extracting(each -> each.get("provisionPercent")).containsOnly("0");
  }

  @Test
  void theyAreReplacedAsAWholeByWhoSawTheLastOnes() {
    String etag = admin().get(PATH).header("etag");

    Answer changed = change(classes -> classes.removeLast()).expect(200);

    assertThat(changed.json().at("/classes").size()).isEqualTo(6);
    assertThat(changed.header("etag")).isNotEqualTo(etag);
    admin().with("If-Match", etag).put(PATH, Map.of("classes", before)).expectProblem(409, "stale");
    people.as("MANAGER").put(PATH, Map.of("classes", before)).expectProblem(403, "forbidden");
    Answer trail = admin().get("/api/audit?action=arrears_classes.change").expect(200);
    assertThat(trail.json().at("/items").size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "0, fromDay, 1",
    "2, fromDay, 1",
    "2, fromDay, 0",
    "3, fromDay, -1",
    "3, fromDay, 3651",
    "1, code, current",
    "1, code, two words",
    "1, name, Current",
    "1, name, ''",
    "1, name, '\u2003'",
    "4, provisionPercent, 100.5",
    "4, provisionPercent, -1",
    "0, marksDefault, true",
    "0, nonPerforming, true",
  })
  void aTableWithGapsOrDoublesIsRefusedFieldByField(int place, String field, String value) {
    Answer refused =
        change(classes -> classes.get(place).put(field, typed(field, value)))
            .expectProblem(400, "invalid");

    assertThat(refused.text("/errors/0/field")).isEqualTo("classes[" + place + "]." + field);
    admin().put(PATH, Map.of("classes", List.of())).expectProblem(400, "invalid");
  }

  private static Object typed(String field, String value) {
    return switch (field) {
      case "fromDay" -> Integer.valueOf(value);
      case "marksDefault", "nonPerforming" -> Boolean.valueOf(value);
      default -> value;
    };
  }

  @Test
  void aClassThatMarksDefaultMarksWhoEntersIt() {
    change(classes -> classes.get(1).put("marksDefault", true)).expect(200);
    UUID late = closing.loan(Map.of());
    UUID paid = closing.loan(Map.of());
    LocalDate due = LocalDate.parse(closing.read(late).text("/nextDue/on"));
    closing.until(due);
    closing.pay(paid, "300.00").expect(201);

    closing.until(due.plusDays(1));

    assertThat(closing.read(late).text("/defaulted")).isEqualTo("true");
    assertThat(closing.read(paid).text("/defaulted")).isEqualTo("false");
    Answer trail = admin().get("/api/audit?subjectId=" + late).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo("loan.default");
    assertThat(trail.text("/items/0/reason")).isEqualTo("Reached the class 1 to 30 days");
    assertThat(closing.day(due).json().at("/items/0/marked").asInt()).isPositive();
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Two loans of 1,200.00 or more, nobody late: 10 % of all principal, then 5 % of it. */
  @Test
  void theLastDayOfAMonthSetsAsideTheDifference() {
    closing.loan(Map.of());
    change(classes -> classes.forEach(each -> each.put("provisionPercent", "10"))).expect(200);
    LocalDate first = endOfMonth(closing.today());
    closing.until(first);
    assertThat(held(first)).isZero();
    long owed = owed();

    closing.until(first.plusDays(1));

    assertThat(held(first)).isCloseTo(owed / 10, within(SEVERAL_ROUNDINGS));
    assertThat(closing.day(first).text("/items/0/provisions")).isEqualTo("1");
    theReportAgreesWithTheBooks();
    LocalDate second = endOfMonth(closing.today());
    change(classes -> classes.forEach(each -> each.put("provisionPercent", "5"))).expect(200);
    closing.until(second.plusDays(1));
    assertThat(held(second)).isCloseTo(owed / 20, within(SEVERAL_ROUNDINGS));
    assertThat(verifier.verify().first()).isEmpty();
    LocalDate third = endOfMonth(closing.today());
    change(_ -> {}).expect(200);
    closing.until(third.plusDays(1));
    assertThat(held(third)).as("where no class asks for anything any more").isZero();
  }

  /** All classes ask for 10 %, so it does not matter in which a loan is on the next day. */
  private void theReportAgreesWithTheBooks() {
    Answer report = admin().get("/api/reports/provisions?currency=EUR").expect(200);
    assertThat(minor(report, "/total/exposure")).isEqualTo(owed());
    assertThat(minor(report, "/total/held")).isEqualTo(held(closing.today()));
    assertThat(minor(report, "/total/difference")).isCloseTo(0, within(SEVERAL_ROUNDINGS));
  }

  private static long minor(Answer report, String place) {
    return new BigDecimal(report.text(place)).movePointRight(2).longValueExact();
  }

  @Test
  void nothingIsPostedToAccountsOfAnotherType() {
    closing.loan(Map.of());
    change(classes -> classes.forEach(each -> each.put("provisionPercent", "10"))).expect(200);
    LocalDate end = endOfMonth(closing.today());
    jdbc.sql("UPDATE ledger.account SET code = 'was-5130' WHERE code = '5130'").update();
    jdbc.sql(
            """
            INSERT INTO ledger.account (code, name, type, header)
            VALUES ('5130', 'Rent received', 'INCOME', false)
            """)
        .update();
    long before = held(end);

    try {
      closing.until(end.plusDays(1));
    } finally {
      jdbc.sql("UPDATE ledger.account SET code = 'rent' WHERE code = '5130'").update();
      jdbc.sql("UPDATE ledger.account SET code = '5130' WHERE code = 'was-5130'").update();
    }

    assertThat(held(end)).isEqualTo(before);
    assertThat(closing.day(end).text("/items/0/provisions")).isEqualTo("0");
    assertThat(closing.day(end).text("/items/0/note")).contains("5130 must be an account of exp");
  }

  @Test
  void changedClassesAreLookedAtOnceByTheNextClose() {
    UUID late = closing.loan(Map.of());
    LocalDate due = LocalDate.parse(closing.read(late).text("/nextDue/on"));
    closing.until(due.plusDays(5));
    assertThat(closing.read(late).text("/defaulted")).isEqualTo("false");

    change(
            classes -> {
              classes.get(1).put("code", "late");
              classes.get(1).put("marksDefault", true);
            })
        .expect(200);
    closing.until(due.plusDays(6));

    assertThat(crossings(late))
        .containsExactly(due.plusDays(1) + " current 1-30", due.plusDays(6) + " 1-30 late");
    assertThat(closing.read(late).text("/defaulted")).isEqualTo("true");
    change(_ -> {}).expect(200);
    closing.until(due.plusDays(8));
    assertThat(crossings(late)).hasSize(3).last().isEqualTo(due.plusDays(7) + " late 1-30");
  }

  private List<String> crossings(UUID loan) {
    return jdbc.sql(
            """
            SELECT on_day::text || ' ' || from_class || ' ' || to_class
              FROM arrears.crossing
             WHERE loan_id = :loan
             ORDER BY on_day
            """)
        .param("loan", loan)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Somebody holds the loan while it waits to be marked, and then it is paid. */
  @Test
  void aLoanThatIsPaidBeforeItsTurnIsNotMarked() {
    change(classes -> classes.get(1).put("marksDefault", true)).expect(200);
    UUID held = closing.loan(Map.of());
    UUID free = closing.loan(Map.of());
    LocalDate due = LocalDate.parse(closing.read(held).text("/nextDue/on"));
    closing.until(due);

    transaction.executeWithoutResult(_ -> {
      jdbc.sql("UPDATE loan.loan SET version = version WHERE id = :id").param("id", held).update();
      Answer ended = closing.end(closing.ask(due).expect(202));
      assertThat(ended.text("/status")).isEqualTo("FAILED");
    });
    assertThat(closing.read(free).text("/defaulted")).isEqualTo("true");
    closing.pay(held, "300.00").expect(201);
    closing.end(closing.closer().post("/api/business-date/finish").expect(202));

    assertThat(closing.read(held).text("/defaulted")).isEqualTo("false");
    assertThat(closing.day(due).json().at("/items/0/finishedAt").isNull()).isFalse();
    assertThat(verifier.verify().first()).isEmpty();
  }

  private static LocalDate endOfMonth(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }

  /** What the allowance holds, in minor units. */
  private long held(LocalDate on) {
    return -ledger.balancesByBranch("1290", on).stream()
        .mapToLong(each -> each.net().minor())
        .sum();
  }

  private long owed() {
    return ledger.balancesByBranch("1210", closing.today()).stream()
        .mapToLong(each -> each.net().minor())
        .sum();
  }
}
