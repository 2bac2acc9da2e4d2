package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.organization.CloseOutcome;
import io.loanwright.organization.ClosingByItself;
import io.loanwright.organization.Organization;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import io.loanwright.web.Ids;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Days that the program closes; its clock is the test's, so the scheduler has none. */
@FlowTest
@TestPropertySource(
    properties = {"loanwright.business-date=2020-07-06", "db-scheduler.enabled=false"})
class ClosingByItselfFlowTest {

  private final People people;
  private final Closing closing;
  private final ClosingByItself byItself;
  private final Organization organization;
  private final Verifier verifier;
  private final JdbcClient jdbc;

  ClosingByItselfFlowTest(
      People people,
      ClosingByItself byItself,
      Organization organization,
      Verifier verifier,
      JdbcClient jdbc) {
    this.people = people;
    this.closing = new Closing(people);
    this.byItself = byItself;
    this.organization = organization;
    this.verifier = verifier;
    this.jdbc = jdbc;
  }

  @Test
  void theDaysBeforeAreClosedOnceTheHourHasStruckAndTheTrailSaysByWhom() {
    UUID loan = closing.changing();
    LocalDate due = LocalDate.parse(closing.read(loan).text("/nextDue/on"));
    closing.until(due);
    closeAt("00:30");
    assertThat(begin(due.plusDays(1), "00:29")).isEmpty();

    end(begin(due.plusDays(3), "00:30"));

    assertThat(closing.today()).isEqualTo(due.plusDays(3));
    assertThat(begin(due.plusDays(3), "23:59")).as("today is not over").isEmpty();
    Answer trail = people.as("AUDITOR").get("/api/audit?action=business_date.close").expect(200);
    for (int row = 0; row < 3; row++) {
      assertThat(trail.text("/items/" + row + "/actor/name")).isEqualTo("close of day");
    }
    assertThat(trail.text("/items/3/actor/name")).isNotEqualTo("close of day");
    assertThat(closing.day(due).json().at("/items/0/crossings").asInt()).isPositive();
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whereNoHourIsSetPeopleCloseDays() {
    closeAt(null);
    assertThat(begin(closing.today().plusDays(9), "12:00")).isEmpty();
  }

  @Test
  void theHourIsASettingThatTheTrailShows() {
    assertThat(change(people.administrator(), "23:05").expect(200).text("/closeAt"))
        .isEqualTo("23:05");
    people.administrator().patch("/api/organization", Map.of("locale", "en")).expect(200);
    assertThat(people.administrator().get("/api/organization").text("/closeAt")).isEqualTo("23:05");
    assertThat(people.as("AUDITOR").get("/api/audit?action=organization.change").body())
        .contains("23:05");
    for (String nonsense : List.of("24:00", "7:30", "07:30:00", "", "noon")) {
      change(people.administrator(), nonsense).expectProblem(400, "invalid");
    }
    change(people.as("MANAGER"), "01:00").expectProblem(403, "forbidden");
    closeAt(null);
  }

  @Test
  void aCloseWhoseProcessDiedGoesOnToItsLastDay() {
    closeAt(null);
    LocalDate day = closing.today();
    UUID job = runningUntil(day.plusDays(2));
    assertThat(begin(day, "12:00")).as("its heart beats").isEmpty();
    killed(job);

    Answer ended = end(begin(day, "12:00"));

    assertThat(ended.text("/through")).isEqualTo(day.plusDays(2).toString());
    assertThat(closing.today()).isEqualTo(day.plusDays(3));
    assertThat(begin(day, "12:01")).isEmpty();
    assertThat(closing.closer().get("/api/jobs?kind=close-day&status=FAILED").body())
        .contains(job.toString());
  }

  @Test
  void theWorkThatADeadCloseLeftIsDone() {
    closeAt(null);
    LocalDate day = closing.today();
    closing.until(day.plusDays(1));
    jdbc.sql("UPDATE arrears.closed_day SET finished_at = NULL WHERE day = :day")
        .param("day", day)
        .update();
    killed(runningUntil(day));

    end(begin(day, "12:00"));

    assertThat(closing.day(day).json().at("/items/0/finishedAt").isNull()).isFalse();
    assertThat(closing.today()).isEqualTo(day.plusDays(1));
  }

  @Test
  void aCloseThatAPersonStoppedStaysStoppedEvenIfItsProcessDiesOfIt() {
    closeAt("00:30");
    LocalDate day = closing.today();
    UUID job = runningUntil(day);
    closing.closer().post("/api/jobs/" + job + "/cancel").expect(200);
    killed(job);

    assertThat(begin(day.plusDays(1), "12:00")).isEmpty();

    assertThat(closing.end(job).text("/status")).isEqualTo("CANCELLED");
    assertThat(closing.today()).isEqualTo(day);
    jdbc.sql(
            """
            UPDATE organization.job
               SET started_at = '2020-01-01', ended_at = '2020-01-01'
             WHERE id = :id
            """)
        .param("id", job)
        .update();
    end(begin(day.plusDays(1), "12:00"));
    assertThat(closing.today()).as("the hour has struck since").isEqualTo(day.plusDays(1));
  }

  @Test
  void severalInstancesCloseADayOnce() {
    closeAt("00:30");
    LocalDate day = closing.today();

    List<Optional<CloseOutcome>> begun =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> begin(day.plusDays(1), "12:00")))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    begun.stream()
        .flatMap(Optional::stream)
        .filter(CloseOutcome.Started.class::isInstance)
        .forEach(started -> end(Optional.of(started)));
    assertThat(closing.today()).isEqualTo(day.plusDays(1));
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*)
                      FROM audit.event
                     WHERE action = 'business_date.close'
                       AND subject_label = :day
                    """)
                .param("day", day.toString())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private void closeAt(@Nullable String time) {
    assertThat(change(people.administrator(), time).expect(200).json().get("closeAt").isNull())
        .isEqualTo(time == null);
  }

  private static Answer change(Http who, @Nullable String time) {
    Map<String, Object> change = new HashMap<>();
    change.put("closeAt", time);
    return who.patch("/api/organization", change);
  }

  private Optional<CloseOutcome> begin(LocalDate day, String time) {
    ZoneId zone = organization.current().timeZone();
    return byItself.begin(day.atTime(LocalTime.parse(time)).atZone(zone).toInstant());
  }

  private Answer end(Optional<CloseOutcome> begun) {
    assertThat(begun.orElseThrow()).isInstanceOf(CloseOutcome.Started.class);
    UUID job = ((CloseOutcome.Started) begun.orElseThrow()).jobId();
    Answer ended = closing.end(job);
    assertThat(ended.text("/status")).isEqualTo("DONE");
    assertThat(ended.text("/startedByName")).isEqualTo("close of day");
    return ended;
  }

  private UUID runningUntil(@Nullable LocalDate through) {
    UUID job = Ids.next();
    jdbc.sql(
            """
            INSERT INTO organization.job
                   (id, kind, alone, status, total, through, started_by, started_by_name)
            VALUES (:id, 'close-day', true, 'RUNNING', 3, :through, :id, 'Somebody')
            """)
        .param("id", job)
        .param("through", through, Types.DATE)
        .update();
    return job;
  }

  private void killed(UUID job) {
    jdbc.sql(
            """
            UPDATE organization.job
               SET heartbeat_at = heartbeat_at - interval '1 minute'
             WHERE id = :id
            """)
        .param("id", job)
        .update();
  }
}
