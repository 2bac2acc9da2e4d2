package io.loanwright.mail;

import io.loanwright.web.Ids;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that wait to be sent, and their sending. */
@Component
public class Outbox {

  /** Tries of a message before it is given up: the last one about a day after the first. */
  static final int ATTEMPTS_MAX = 12;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final String INSERT =
      """
      INSERT INTO mail.message (id, recipient, subject, body, status, kept_until)
      VALUES (:id, :recipient, :subject, :body,
              CASE WHEN :delivers THEN 'WAITING' ELSE 'KEPT' END,
              CASE WHEN NOT :delivers THEN now() + make_interval(secs => :seconds) END)
      """;

  /** One message that is due and that no other instance is sending. */
  private static final String NEXT =
      """
      SELECT id, recipient, subject, body, attempts
        FROM mail.message
       WHERE status = 'WAITING'
         AND next_attempt_at <= now()
       ORDER BY next_attempt_at
       LIMIT 1
         FOR UPDATE SKIP LOCKED
      """;

  private static final String SENT =
      """
      UPDATE mail.message
         SET status = 'SENT', body = NULL, sent_at = now(), attempts = attempts + 1,
             last_error = NULL
       WHERE id = :id
      """;

  /** Waits twice as long after each failure: 10 s, 20 s, 40 s and so on. */
  private static final String FAILED =
      """
      UPDATE mail.message
         SET attempts = attempts + 1,
             last_error = :error,
             next_attempt_at = now() + make_interval(secs => 10 * power(2, attempts)),
             status = CASE WHEN attempts + 1 < :max THEN 'WAITING' ELSE 'FAILED' END,
             body = CASE WHEN attempts + 1 < :max THEN body END
       WHERE id = :id
      """;

  private final JdbcClient jdbc;
  private final MailServer server;
  private final TransactionTemplate transaction;

  Outbox(JdbcClient jdbc, MailServer server, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.server = server;
    this.transaction = transaction;
  }

  private record Waiting(UUID id, String recipient, String subject, String body, int attempts) {}

  /** Returns whether there is a mail server, so that what is put in will be sent. */
  public boolean delivers() {
    return server.configured();
  }

  /**
   * Puts a message in, in the caller's transaction. Without a mail server it is not sent, also not
   * later: administrators read it and hand it over.
   *
   * @param useful how long somebody could use it; it is not kept for longer
   */
  public void send(Mail mail, Duration useful) {
    jdbc.sql(INSERT)
        .param("id", Ids.next())
        .param("recipient", mail.to())
        .param("subject", mail.subject())
        .param("body", mail.text())
        .param("delivers", delivers())
        .param("seconds", useful.toSeconds())
        .update();
  }

  /** Wipes the texts that were kept for as long as they were of use. */
  void wipeKept() {
    jdbc.sql(
            """
            UPDATE mail.message SET body = NULL
             WHERE status = 'KEPT' AND body IS NOT NULL AND kept_until < now()
            """)
        .update();
  }

  /**
   * Wipes the texts to somebody that were kept and are of no use any more, in the caller's
   * transaction.
   *
   * @param subject how their subject begins
   */
  public void wipeKept(String recipient, String subject) {
    jdbc.sql(
            """
            UPDATE mail.message SET body = NULL
             WHERE status = 'KEPT' AND body IS NOT NULL
               AND lower(recipient) = lower(:recipient)
               AND starts_with(subject, :subject)
            """)
        .param("recipient", recipient)
        .param("subject", subject)
        .update();
  }

  /**
   * Sends what is due, each message in a transaction of its own.
   *
   * @param limit the most messages to try
   * @return how many were tried
   */
  int deliver(int limit) {
    int tried = 0;
    while (tried < limit && Boolean.TRUE.equals(transaction.execute(_ -> deliverNext()))) {
      tried++;
    }
    return tried;
  }

  private boolean deliverNext() {
    List<Waiting> next =
        jdbc.sql(NEXT)
            .query((row, _) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("body"),
                    row.getInt("attempts")))
            .list();
    next.forEach(this::deliver);
    return !next.isEmpty();
  }

  private void deliver(Waiting message) {
    try {
      server.send(new Mail(message.recipient(), message.subject(), message.body()));
      jdbc.sql(SENT).param("id", message.id()).update();
    } catch (MailException refusal) {
      // The exception may quote the message, and the message may hold a link that signs in.
      String error = refusal.getClass().getSimpleName();
      LOG.warn(
          "Mail {} was not taken (attempt {}): {}", message.id(), message.attempts() + 1, error);
      jdbc.sql(FAILED)
          .param("id", message.id())
          .param("error", error)
          .param("max", ATTEMPTS_MAX)
          .update();
    }
  }
}
