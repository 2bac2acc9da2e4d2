package io.loanwright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An invitation and a forgotten password's link reach their person through a real conversation with
 * an SMTP server.
 *
 * <p>The application is this class's own: the others have no mail server.
 */
@FlowTest
@DirtiesContext
class InvitationMailFlowTest {

  private static final GreenMail SMTP =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final Pattern TOKEN =
      Pattern.compile("http://\\S+/accept-invitation\\?token=(\\S+)");

  private static final Pattern RESET =
      Pattern.compile("http://lender\\.test/reset-password#token=(\\S{43})\\s");

  private final Http http;
  private final People people;
  private final Http administrator;
  private final Outbox outbox;
  private final JdbcClient jdbc;

  InvitationMailFlowTest(Http http, People people, Outbox outbox, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.administrator = people.administrator();
    this.outbox = outbox;
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry properties) {
    SMTP.start();
    properties.add("loanwright.smtp-url", () -> "smtp://127.0.0.1:" + SMTP.getSmtp().getPort());
    properties.add("loanwright.public-url", () -> "http://lender.test");
    properties.add("loanwright.mail-from", () -> "lender@loanwright.test");
  }

  @AfterAll
  static void stop() {
    SMTP.stop();
  }

  @Test
  void whoeverFollowsTheLinkInTheMailIsOfTheStaff() throws MessagingException, IOException {
    String email = "invited." + UUID.randomUUID() + "@loanwright.test";

    Answer invited =
        administrator
            .post("/api/invitations", Map.of("email", email, "role", "TELLER"))
            .expect(201);
    MimeMessage mail = mailTo(email);

    assertThat(invited.json().path("acceptUrl").isString()).as("link on screen").isFalse();
    assertThat(mail.getSubject()).contains("Loanwright");
    assertThat(mail.getFrom()[0]).hasToString("lender@loanwright.test");
    Matcher link = TOKEN.matcher(String.valueOf(mail.getContent()));
    assertThat(link.find()).isTrue();
    Map<String, String> person =
        Map.of("token", link.group(1), "name", "New Teller", "password", People.PASSWORD);
    http.post("/api/invitations/accept", person).expect(201);
    http.post("/api/auth/login", Map.of("login", email, "password", People.PASSWORD)).expect(200);
  }

  @Test
  void aForgottenPasswordIsSetByTheLinkInTheMailAndTheOwnerIsTold()
      throws MessagingException, IOException {
    UserAccount user = people.create("TELLER", null);
    http.with("X-Forwarded-Host", "evil.test")
        .post("/api/auth/forgotten-password", Map.of("login", user.email()))
        .expect(202);
    MimeMessage mail = mailTo(user.email(), "Your password at ");

    String text = String.valueOf(mail.getContent());

    Matcher link = RESET.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    assertThat(text).doesNotContain("evil.test");
    http.post(
            "/api/auth/reset-password",
            Map.of("token", link.group(1), "password", "another horse entirely"))
        .expect(204);
    assertThat(mailTo(user.email(), "Your password was changed at ").getContent())
        .asString()
        .contains("from the address 127.0.0.1");
    http.post(
            "/api/auth/login", Map.of("login", user.email(), "password", "another horse entirely"))
        .expect(200);
  }

  @Test
  void whatAMailServerGetsIsShownToNobody() {
    String email = "shown." + UUID.randomUUID() + "@loanwright.test";
    administrator.post("/api/invitations", Map.of("email", email, "role", "AUDITOR")).expect(201);

    Answer outbox = administrator.get("/api/outbox").expect(200);

    String id =
        outbox
            .json()
            .path("items")
            .valueStream()
            .filter(mail -> mail.path("recipient").asString().equals(email))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    administrator.get("/api/outbox/" + id).expectProblem(409, "mail-not-kept");
  }

  @Test
  void aMailThatIsOutIsNotKept() throws MessagingException {
    String email = "wiped." + UUID.randomUUID() + "@loanwright.test";
    administrator.post("/api/invitations", Map.of("email", email, "role", "AUDITOR")).expect(201);

    mailTo(email);

    assertThat(row(email)).containsEntry("status", "SENT").containsEntry("body", null);
  }

  @Test
  void aMailThatIsNotTakenWaitsAndGoesOutLater() throws MessagingException {
    String email = "later." + UUID.randomUUID() + "@loanwright.test";
    SMTP.stop();
    administrator.post("/api/invitations", Map.of("email", email, "role", "AUDITOR")).expect(201);
    deliverUntilTried(email);
    assertThat(row(email)).containsEntry("status", "WAITING");
    assertThat(row(email).get("body")).isNotNull();

    SMTP.start();
    jdbc.sql("UPDATE mail.message SET next_attempt_at = now() WHERE recipient = :to")
        .param("to", email)
        .update();

    assertThat(mailTo(email).getSubject()).contains("Loanwright");
  }

  /** A port that stays the same when the server comes back. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program's own job may be at it too, so this tries until the message is in. */
  private MimeMessage mailTo(String email) throws MessagingException {
    return mailTo(email, "");
  }

  private MimeMessage mailTo(String email, String subject) throws MessagingException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < deadline) {
      outbox.deliver(10);
      SMTP.waitForIncomingEmail(200, Integer.MAX_VALUE);
      for (MimeMessage message : SMTP.getReceivedMessages()) {
        if (message.getAllRecipients()[0].toString().equals(email)
            && message.getSubject().startsWith(subject)) {
          return message;
        }
      }
    }
    throw new AssertionError("No mail to " + email + ": " + row(email));
  }

  private void deliverUntilTried(String email) {
    while (Objects.equals(row(email).get("attempts"), 0)) {
      outbox.deliver(10);
    }
  }

  private Map<String, @Nullable Object> row(String email) {
    return jdbc.sql("SELECT status, body, attempts FROM mail.message WHERE recipient = :to")
        .param("to", email)
        .query()
        .singleRow();
  }
}
