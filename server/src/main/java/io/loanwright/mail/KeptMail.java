package io.loanwright.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox, without its text.
 *
 * @param readable whether the text can be read: it was kept because there was and is no mail
 *     server, and is still of use
 */
public record KeptMail(
    UUID id,
    String recipient,
    String subject,
    Status status,
    boolean readable,
    Instant createdAt,
    @Nullable Instant sentAt) {

  /** What became of a message. */
  public enum Status {
    /** The mail server gets it soon, or again. */
    WAITING,
    /** The mail server has it. */
    SENT,
    /** The mail server did not take it for a day. */
    FAILED,
    /** There was no mail server. */
    KEPT
  }
}
