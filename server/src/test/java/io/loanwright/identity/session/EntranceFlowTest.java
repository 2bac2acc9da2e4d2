package io.loanwright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Origin;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a user while his password is being compared is seen before he is let in. */
@FlowTest
class EntranceFlowTest {

  private static final Origin ORIGIN = new Origin("192.0.2.9", "test");

  private final Http http;
  private final People people;
  private final SessionRows rows;
  private final Entrance entrance;
  private final Users users;
  private final JdbcClient jdbc;

  EntranceFlowTest(
      Http http, People people, SessionRows rows, Entrance entrance, Users users, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.rows = rows;
    this.entrance = entrance;
    this.users = users;
    this.jdbc = jdbc;
  }

  @Test
  void aPasswordThatWasSetAnewMeanwhileOpensNothing() {
    UserAccount user = people.create("TELLER", null);
    SessionRows.Candidate compared = rows.candidate(user.email()).orElseThrow();

    users.resetPassword(user, "another horse entirely", ORIGIN);

    assertThat(entrance.byPassword(compared, ORIGIN)).isInstanceOf(SignInOutcome.Refused.class);
    assertThat(open(user.id())).isZero();
  }

  @Test
  void whoWasDisabledMeanwhileDoesNotGetIn() {
    UserAccount user = people.create("TELLER", null);
    SessionRows.Candidate compared = rows.candidate(user.email()).orElseThrow();
    people
        .administrator()
        .patch("/api/users/" + user.id(), Map.of("status", "DISABLED"))
        .expect(200);

    assertThat(entrance.byPassword(compared, ORIGIN)).isInstanceOf(SignInOutcome.Refused.class);
  }

  @Test
  void aFactorThatWasSetUpMeanwhileIsAskedFor() {
    UserAccount user = people.create("TELLER", null);
    SessionRows.Candidate compared = rows.candidate(user.email()).orElseThrow();
    jdbc.sql(
            """
            INSERT INTO identity.second_factor (user_id, secret, created_at, confirmed_at)
            VALUES (:id, '\\x00', now(), now())
            """)
        .param("id", user.id())
        .update();

    assertThat(entrance.byPassword(compared, ORIGIN)).isInstanceOf(SignInOutcome.FactorDue.class);
    assertThat(open(user.id())).isZero();
  }

  /** The setting of today counts, not the one of the day of the sign-in. */
  @Test
  void aSessionThatIsOlderThanTheSettingIsOver() {
    UserAccount user = people.create("TELLER", null);
    Map<String, String> login = Map.of("login", user.email(), "password", People.PASSWORD);
    var tokens = http.post("/api/auth/login", login).expect(200);
    Http desk = http.bearer(tokens.text("/accessToken"));
    desk.get("/api/profile/sessions").expect(200);

    jdbc.sql(
            """
            UPDATE identity.session
               SET created_at = now() - interval '91 days', expires_at = now() + interval '1 year'
             WHERE user_id = :id
            """)
        .param("id", user.id())
        .update();

    desk.get("/api/profile").expect(401);
    http.post("/api/auth/refresh", Map.of("refreshToken", tokens.text("/refreshToken")))
        .expect(401);
  }

  private int open(UUID userId) {
    return jdbc.sql(
            "SELECT count(*) FROM identity.session WHERE user_id = :id AND ended_at IS NULL")
        .param("id", userId)
        .query(Integer.class)
        .single();
  }
}
