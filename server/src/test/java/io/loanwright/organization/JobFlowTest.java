package io.loanwright.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees jobs, how far they are, and who stops them; the jobs are rows that nobody works on. */
@FlowTest
class JobFlowTest {

  private final People people;
  private final JdbcClient jdbc;

  JobFlowTest(People people, JdbcClient jdbc) {
    this.people = people;
    this.jdbc = jdbc;
  }

  private UUID job(String kind) {
    UUID job = Ids.next();
    jdbc.sql(
            """
            INSERT INTO organization.job
                   (id, kind, alone, status, done, total, started_by, started_by_name, started_at)
            VALUES (:id, :kind, false, 'RUNNING', 100, 300, :id, 'job of a test',
                    clock_timestamp() - interval '10 seconds')
            """)
        .param("id", job)
        .param("kind", kind)
        .update();
    return job;
  }

  @AfterEach
  void forget() {
    jdbc.sql("DELETE FROM organization.job WHERE started_by_name = 'job of a test'").update();
  }

  @Test
  void whoMayCloseDaysFollowsAndStopsEachCloseWhoeverBeganIt() {
    UUID close = job("close-day");
    for (String role : List.of("ACCOUNTANT", "MANAGER", "ADMIN")) {
      Http closer = role.equals("ADMIN") ? people.administrator() : people.as(role);
      Answer seen = closer.get("/api/jobs/" + close).expect(200);
      assertThat(seen.json().get("stopping").asBoolean()).isFalse();
      assertThat(closer.get("/api/jobs?kind=close-day&status=RUNNING").expect(200).body())
          .contains(close.toString());
      assertThat(closer.get("/api/jobs?limit=200").expect(200).body()).contains(close.toString());
      assertThat(closer.get("/api/jobs?kind=verify-books").expect(200).body())
          .doesNotContain(close.toString());
    }
    people.as("TELLER").get("/api/jobs").expectProblem(403, "forbidden");

    Http manager = people.as("MANAGER");
    assertThat(
            manager
                .post("/api/jobs/" + close + "/cancel")
                .expect(200)
                .json()
                .get("stopping")
                .asBoolean())
        .isTrue();
    manager.post("/api/jobs/" + close + "/cancel").expect(200);

    Answer trail = people.as("AUDITOR").get("/api/audit?action=job.cancel&subjectId=" + close);
    assertThat(trail.expect(200).json().get("items").size()).as("asked twice, once").isEqualTo(1);
    jdbc.sql(
            """
            UPDATE organization.job
               SET heartbeat_at = heartbeat_at - interval '1 minute'
             WHERE id = :id
            """)
        .param("id", close)
        .update();
    assertThat(manager.get("/api/jobs/" + close).text("/status")).isEqualTo("CANCELLED");
    manager.post("/api/jobs/" + close + "/cancel").expectProblem(409, "job-ended");
  }

  @Test
  void otherJobsAreOfWhoeverStartedThemAndOfAdministrators() {
    UUID verification = job("verify-books");
    Http manager = people.as("MANAGER");
    manager.get("/api/jobs/" + verification).expectProblem(404, "not-found");
    manager.post("/api/jobs/" + verification + "/cancel").expectProblem(404, "not-found");
    assertThat(manager.get("/api/jobs?kind=verify-books&limit=200").expect(200).body())
        .doesNotContain(verification.toString());
    assertThat(people.administrator().get("/api/jobs?kind=verify-books").body())
        .contains(verification.toString());
  }

  @Test
  void aJobThatRunsSaysHowFastItIsAndHowLongItTakes() {
    Http administrator = people.administrator();
    UUID job = job("verify-books");
    Answer seen = administrator.get("/api/jobs/" + job).expect(200);
    assertThat(seen.json().get("perSecond").asDouble()).isBetween(4.0, 10.0);
    assertThat(seen.json().get("secondsLeft").asLong()).isBetween(20L, 50L);

    jdbc.sql("UPDATE organization.job SET paced_from = 90, paced_at = started_at WHERE id = :id")
        .param("id", job)
        .update();
    assertThat(administrator.get("/api/jobs/" + job).json().get("perSecond").asDouble())
        .as("what was done before the total was known does not count")
        .isBetween(0.4, 1.0);

    jdbc.sql("UPDATE organization.job SET total = 0 WHERE id = :id").param("id", job).update();
    assertThat(administrator.get("/api/jobs/" + job).json().get("secondsLeft").isNull()).isTrue();
  }

  @Test
  void jobsAreReadPageByPageNewestFirst() {
    List<UUID> jobs = List.of(job("close-day"), job("close-day"), job("close-day"));
    Http manager = people.as("MANAGER");

    Answer first = manager.get("/api/jobs?kind=close-day&limit=2").expect(200);

    assertThat(first.text("/items/0/id")).isEqualTo(jobs.get(2).toString());
    assertThat(first.text("/items/1/id")).isEqualTo(jobs.get(1).toString());
    Answer second =
        manager.get("/api/jobs?kind=close-day&limit=2&cursor=" + first.text("/next")).expect(200);
    assertThat(second.text("/items/0/id")).isEqualTo(jobs.get(0).toString());
    manager.get("/api/jobs?kind=Close").expectProblem(400, "invalid");
    manager.get("/api/jobs?status=ASLEEP").expectProblem(400, "invalid");
  }
}
