package io.loanwright.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code identity.invitation}. */
@Component
class InvitationRows {

  private static final String COLUMNS =
      """
      SELECT id, email, role, branch_id, borrower_id, invited_name, created_at, expires_at,
             CASE
               WHEN accepted_at IS NOT NULL THEN 'ACCEPTED'
               WHEN revoked_at IS NOT NULL THEN 'REVOKED'
               WHEN expires_at <= :now THEN 'EXPIRED'
               ELSE 'OPEN'
             END AS status
        FROM identity.invitation
      """;

  private static final String LIST =
      COLUMNS
          + """
           WHERE (:olderThan::uuid IS NULL OR id < :olderThan::uuid)
           ORDER BY id DESC
           LIMIT :limit
          """;

  private static final String INSERT =
      """
      INSERT INTO identity.invitation
             (id, email, role, branch_id, borrower_id, token_hash, invited_by, invited_name,
              created_at, expires_at)
      VALUES (:id, :email, :role, :branchId, :borrowerId, :hash, :invitedBy, :invitedName, :now,
              :expiresAt)
      """;

  /** An expired one makes way for a new one. */
  private static final String REVOKE_EXPIRED =
      """
      UPDATE identity.invitation
         SET revoked_at = :now
       WHERE (lower(email) = :email OR borrower_id = :borrowerId)
         AND accepted_at IS NULL AND revoked_at IS NULL
         AND expires_at <= :now
      """;

  private static final String OPEN_FOR =
      """
      SELECT EXISTS (SELECT 1 FROM identity.invitation
                      WHERE (lower(email) = :email OR borrower_id = :borrowerId)
                        AND accepted_at IS NULL AND revoked_at IS NULL)
      """;

  private static final String RENEW =
      "UPDATE identity.invitation SET token_hash = :hash, expires_at = :expiresAt WHERE id = :id";

  private static final String REVOKE =
      "UPDATE identity.invitation SET revoked_at = :now WHERE id = :id";

  private static final String ACCEPT =
      "UPDATE identity.invitation SET accepted_at = :now, user_id = :userId WHERE id = :id";

  private static final String OPEN_ELSEWHERE =
      COLUMNS
          + """
           WHERE borrower_id = :borrowerId
             AND lower(email) <> :email
             AND accepted_at IS NULL AND revoked_at IS NULL
             FOR UPDATE
          """;

  private static final String WAITING =
      COLUMNS
          + """
           WHERE borrower_id = :borrowerId
             AND lower(email) = :email
             AND accepted_at IS NULL AND revoked_at IS NULL
             FOR UPDATE
          """;

  /** One at most: a unique index has it. */
  private static final String WAITING_ANYWHERE =
      COLUMNS
          + """
           WHERE borrower_id = :borrowerId
             AND accepted_at IS NULL AND revoked_at IS NULL
          """;

  private static final String OF_BORROWER =
      "SELECT id FROM identity.invitation WHERE borrower_id = :borrowerId";

  private static final String FORGET =
      """
      UPDATE identity.invitation
         SET email = 'erased',
             revoked_at = CASE WHEN accepted_at IS NULL THEN coalesce(revoked_at, now()) END
       WHERE borrower_id = :borrowerId
      """;

  private final JdbcClient jdbc;

  InvitationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Invitation> list(Instant now, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(LIST)
        .param("now", utc(now))
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> invitation(row))
        .list();
  }

  Optional<Invitation> lock(UUID id, Instant now) {
    return jdbc.sql(COLUMNS + " WHERE id = :id FOR UPDATE")
        .param("id", id)
        .param("now", utc(now))
        .query((row, _) -> invitation(row))
        .optional();
  }

  Optional<Invitation> lockByToken(byte[] hash, Instant now) {
    return jdbc.sql(COLUMNS + " WHERE token_hash = :hash FOR UPDATE")
        .param("hash", hash)
        .param("now", utc(now))
        .query((row, _) -> invitation(row))
        .optional();
  }

  /** Returns, and locks, what a borrower was invited to at another address and did not accept. */
  List<Invitation> openElsewhere(UUID borrowerId, String email, Instant now) {
    return jdbc.sql(OPEN_ELSEWHERE)
        .param("borrowerId", borrowerId)
        .param("email", email.toLowerCase(Locale.ROOT))
        .param("now", utc(now))
        .query((row, _) -> invitation(row))
        .list();
  }

  /** Returns, and locks, what a borrower was invited to at an address and did not accept. */
  Optional<Invitation> lockWaiting(UUID borrowerId, String email, Instant now) {
    return jdbc.sql(WAITING)
        .param("borrowerId", borrowerId)
        .param("email", email.toLowerCase(Locale.ROOT))
        .param("now", utc(now))
        .query((row, _) -> invitation(row))
        .optional();
  }

  /** Returns what a borrower was invited to, at whatever address, and did not accept. */
  Optional<Invitation> waiting(UUID borrowerId, Instant now) {
    return waiting(WAITING_ANYWHERE, borrowerId, now);
  }

  /** Returns the same, and locks it. */
  Optional<Invitation> lockWaiting(UUID borrowerId, Instant now) {
    return waiting(WAITING_ANYWHERE + " FOR UPDATE", borrowerId, now);
  }

  private Optional<Invitation> waiting(String sql, UUID borrowerId, Instant now) {
    return jdbc.sql(sql)
        .param("borrowerId", borrowerId)
        .param("now", utc(now))
        .query((row, _) -> invitation(row))
        .optional();
  }

  /**
   * Returns whether an invitation to the address, or of the borrower, can still be accepted.
   *
   * @param borrowerId null for the staff
   */
  boolean isOpenFor(String email, @Nullable UUID borrowerId, Instant now) {
    String folded = email.toLowerCase(Locale.ROOT);
    jdbc.sql(REVOKE_EXPIRED)
        .param("email", folded)
        .param("borrowerId", borrowerId, Types.OTHER)
        .param("now", utc(now))
        .update();
    return jdbc.sql(OPEN_FOR)
        .param("email", folded)
        .param("borrowerId", borrowerId, Types.OTHER)
        .query(Boolean.class)
        .single();
  }

  void insert(Invitation invitation, UUID invitedBy, byte[] hash) {
    jdbc.sql(INSERT)
        .param("id", invitation.id())
        .param("email", invitation.email())
        .param("role", invitation.role())
        .param("branchId", invitation.branchId())
        .param("borrowerId", invitation.borrowerId(), Types.OTHER)
        .param("hash", hash)
        .param("invitedBy", invitedBy)
        .param("invitedName", invitation.invitedBy())
        .param("now", utc(invitation.createdAt()))
        .param("expiresAt", utc(invitation.expiresAt()))
        .update();
  }

  void renew(UUID id, byte[] hash, Instant expiresAt) {
    jdbc.sql(RENEW).param("id", id).param("hash", hash).param("expiresAt", utc(expiresAt)).update();
  }

  void revoke(UUID id, Instant now) {
    jdbc.sql(REVOKE).param("id", id).param("now", utc(now)).update();
  }

  void accept(UUID id, UUID userId, Instant now) {
    jdbc.sql(ACCEPT).param("id", id).param("userId", userId).param("now", utc(now)).update();
  }

  /** Returns the ids of all invitations of a borrower. */
  List<UUID> ofBorrower(UUID borrowerId) {
    return jdbc.sql(OF_BORROWER)
        .param("borrowerId", borrowerId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Blanks the addresses of a borrower's invitations; what was open is so no more. */
  void forget(UUID borrowerId) {
    jdbc.sql(FORGET).param("borrowerId", borrowerId).update();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("role"),
        row.getObject("branch_id", UUID.class),
        row.getObject("borrower_id", UUID.class),
        row.getString("invited_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Invitation.Status.valueOf(row.getString("status")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
