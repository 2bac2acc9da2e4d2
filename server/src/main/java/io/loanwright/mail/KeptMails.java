package io.loanwright.mail;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox as administrators see it.
 *
 * <p>A link in a message makes whoever has it somebody else. So a text is shown only while there is
 * no mail server that could bring it to its recipient, and each reading is in the trail with the
 * recipient's address.
 */
@Component
public class KeptMails {

  private static final String COLUMNS =
      """
      SELECT id, recipient, subject, status, created_at, sent_at,
             body IS NOT NULL AND status = 'KEPT' AND kept_until > now() AND NOT :delivers
               AS readable
        FROM mail.message
      """;

  private static final String LIST =
      COLUMNS
          + """
           WHERE (:olderThan::uuid IS NULL OR id < :olderThan::uuid)
             AND %s
           ORDER BY id DESC
           LIMIT :limit
          """;

  private static final String ONE = COLUMNS + " WHERE id = :id";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final AuditTrail trail;

  KeptMails(JdbcClient jdbc, Outbox outbox, AuditTrail trail) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.trail = trail;
  }

  /**
   * Returns messages, newest first.
   *
   * @param status of which only these; null for all
   * @param olderThan the last one of the page before; null for the first page
   */
  public List<KeptMail> list(
      KeptMail.@Nullable Status status, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(LIST.formatted(of(status)))
        .param("delivers", outbox.delivers())
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> mail(row))
        .list();
  }

  /** Spelled out and no parameter: few wait or were given up, which have indexes of their own. */
  private static String of(KeptMail.@Nullable Status status) {
    return status == null ? "TRUE" : "status = '" + status.name() + "'";
  }

  /** Returns a message. */
  public Optional<KeptMail> find(UUID id) {
    return jdbc.sql(ONE)
        .param("delivers", outbox.delivers())
        .param("id", id)
        .query((row, _) -> mail(row))
        .optional();
  }

  /** Returns the text of a message, and records who read it; nothing if it cannot be read. */
  @Transactional
  public Optional<String> read(Caller caller, UUID id) {
    Optional<KeptMail> found = find(id).filter(KeptMail::readable);
    found.ifPresent(mail ->
        trail.record(
            caller,
            "mail.read",
            new Subject("mail", id, mail.recipient()),
            null,
            new Shown(mail.recipient(), mail.subject()),
            null));
    return found.flatMap(_ ->
        jdbc.sql("SELECT body FROM mail.message WHERE id = :id AND body IS NOT NULL")
            .param("id", id)
            .query(String.class)
            .optional());
  }

  /** Returns the ids of all messages to an address, also of those that wait. */
  public List<UUID> to(String recipient) {
    return jdbc.sql("SELECT id FROM mail.message WHERE lower(recipient) = lower(:recipient)")
        .param("recipient", recipient)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Deletes all messages to an address, also those that wait; in the caller's transaction. */
  public void forget(String recipient) {
    jdbc.sql("DELETE FROM mail.message WHERE lower(recipient) = lower(:recipient)")
        .param("recipient", recipient)
        .update();
  }

  private record Shown(String recipient, String subject) {}

  private static KeptMail mail(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
    @Nullable Instant sent = sentAt == null ? null : sentAt.toInstant();
    return new KeptMail(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        KeptMail.Status.valueOf(row.getString("status")),
        row.getBoolean("readable"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        sent);
  }
}
