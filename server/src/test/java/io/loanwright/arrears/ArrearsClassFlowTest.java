package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanwright.ledger.Ledger;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
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
import org.springframework.test.context.TestPropertySource;

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
  private List<Map<String, Object>> before = List.of();

  ArrearsClassFlowTest(People people, Ledger ledger, Verifier verifier) {
    this.people = people;
    this.closing = new Closing(people);
    this.ledger = ledger;
    this.verifier = verifier;
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
    LocalDate second = endOfMonth(closing.today());
    change(classes -> classes.forEach(each -> each.put("provisionPercent", "5"))).expect(200);
    closing.until(second.plusDays(1));
    assertThat(held(second)).isCloseTo(owed / 20, within(SEVERAL_ROUNDINGS));
    assertThat(verifier.verify().first()).isEmpty();
    LocalDate third = endOfMonth(closing.today());
    change(_ -> {}).expect(200);
    closing.until(third.plusDays(1));
    assertThat(held(third)).as("where no class asks for anything").isEqualTo(held(second));
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
