package io.loanwright.identity.passkey;

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

/** The table {@code identity.passkey}. */
@Component
class PasskeyRows {

  private static final String INSERT =
      """
      INSERT INTO identity.passkey
             (id, user_id, credential_id, credential, rp_id, sign_count, copyable, copied, name)
      VALUES (:id, :userId, :credentialId, :credential, :rpId, :signCount, :copyable, :copied, :name)
          ON CONFLICT (credential_id) DO NOTHING
      """;

  private static final String OF_USER =
      """
      SELECT id, name, rp_id, copied, created_at, last_used_at
        FROM identity.passkey
       WHERE user_id = :userId
      """;

  /** Locks the user before the passkey, as whoever takes it away does. */
  private static final String LOCK_OWNER =
      """
      SELECT u.id, u.name
        FROM identity.user_account u
       WHERE u.id = (SELECT p.user_id FROM identity.passkey p WHERE p.credential_id = :credentialId)
         AND u.status = 'ACTIVE'
         FOR NO KEY UPDATE
      """;

  private static final String LOCK =
      """
      SELECT credential_id, credential, sign_count, copyable, copied
        FROM identity.passkey
       WHERE credential_id = :credentialId AND user_id = :userId
         FOR UPDATE
      """;

  private static final String USED =
      """
      UPDATE identity.passkey
         SET sign_count = :signCount, copied = :copied, last_used_at = now()
       WHERE credential_id = :credentialId
      """;

  private final JdbcClient jdbc;

  PasskeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose passkey it is. */
  record Owner(UUID id, String name) {}

  boolean insert(UUID id, UUID userId, Ceremony.Key key, String host, String name) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("userId", userId)
            .param("credentialId", key.credentialId())
            .param("credential", key.credential())
            .param("rpId", host)
            .param("signCount", key.signCount())
            .param("copyable", key.copyable())
            .param("copied", key.copied())
            .param("name", name)
            .update()
        == 1;
  }

  void lockUser(UUID userId) {
    jdbc.sql("SELECT id FROM identity.user_account WHERE id = :userId FOR NO KEY UPDATE")
        .param("userId", userId)
        .query(UUID.class)
        .optional();
  }

  List<Passkey> list(UUID userId) {
    return jdbc.sql(OF_USER + " ORDER BY id")
        .param("userId", userId)
        .query((row, _) -> passkey(row))
        .list();
  }

  Optional<Passkey> find(UUID userId, UUID id) {
    return jdbc.sql(OF_USER + " AND id = :id")
        .param("userId", userId)
        .param("id", id)
        .query((row, _) -> passkey(row))
        .optional();
  }

  List<byte[]> credentialIds(UUID userId) {
    return jdbc.sql(
            "SELECT credential_id FROM identity.passkey WHERE user_id = :userId ORDER BY id")
        .param("userId", userId)
        .query((row, _) -> row.getBytes("credential_id"))
        .list();
  }

  void rename(UUID id, String name) {
    jdbc.sql("UPDATE identity.passkey SET name = :name WHERE id = :id")
        .param("id", id)
        .param("name", name)
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("DELETE FROM identity.passkey WHERE id = :id").param("id", id).update();
  }

  Optional<Owner> lockOwner(byte[] credentialId) {
    return jdbc.sql(LOCK_OWNER)
        .param("credentialId", credentialId)
        .query((row, _) -> new Owner(row.getObject("id", UUID.class), row.getString("name")))
        .optional();
  }

  Optional<Ceremony.Key> lock(UUID userId, byte[] credentialId) {
    return jdbc.sql(LOCK)
        .param("credentialId", credentialId)
        .param("userId", userId)
        .query((row, _) ->
            new Ceremony.Key(
                row.getBytes("credential_id"),
                row.getBytes("credential"),
                row.getLong("sign_count"),
                row.getBoolean("copyable"),
                row.getBoolean("copied")))
        .optional();
  }

  void used(byte[] credentialId, long signCount, boolean copied) {
    jdbc.sql(USED)
        .param("credentialId", credentialId)
        .param("signCount", signCount)
        .param("copied", copied)
        .update();
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
    @Nullable Instant lastUsed = used == null ? null : used.toInstant();
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("rp_id"),
        row.getBoolean("copied"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        lastUsed);
  }
}
