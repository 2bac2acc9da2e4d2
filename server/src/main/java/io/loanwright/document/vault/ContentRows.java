package io.loanwright.document.vault;

import io.loanwright.document.vault.MasterKeys.Wrapped;
import io.loanwright.document.vault.Vault.Lying;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code document.content}. */
@Repository
class ContentRows {

  private static final String ONE =
      """
      SELECT sha256, place, store, key_id, wrapped_key
        FROM document.content
       WHERE sha256 = :sha256
      """;

  private static final String INSERT =
      """
      INSERT INTO document.content (sha256, place, store, key_id, wrapped_key)
      VALUES (:sha256, :place, :store, :keyId, :wrapped)
      ON CONFLICT DO NOTHING
      """;

  /** Contents whose keys another master key wraps than the one of now, if it is one of those. */
  private static final String OF_OLD_KEYS =
      """
      SELECT sha256, place, store, key_id, wrapped_key
        FROM document.content
       WHERE key_id = ANY (:keyIds)
         AND sha256 > :after
       ORDER BY sha256
       LIMIT :limit
      """;

  private static final String REWRAP =
      """
      UPDATE document.content
         SET key_id = :keyId, wrapped_key = :wrapped
       WHERE sha256 = :sha256
         AND key_id = :before
      """;

  /** Papers that were filed before contents were sealed. */
  private static final String UNSEALED =
      """
      SELECT DISTINCT d.sha256
        FROM document.document d
       WHERE d.sha256 > :after
         AND NOT EXISTS (SELECT 1 FROM document.content c WHERE c.sha256 = d.sha256)
       ORDER BY d.sha256
       LIMIT :limit
      """;

  private static final String REPLACE =
      """
      UPDATE document.content
         SET place = :place, store = :store, key_id = :keyId, wrapped_key = :wrapped
       WHERE sha256 = :sha256
         AND place = :before
      """;

  private final JdbcClient jdbc;

  ContentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a content lies and what opens it. */
  record Row(String sha256, String place, ObjectStore.Kind store, Wrapped key) {}

  Optional<Row> find(String sha256) {
    return jdbc.sql(ONE).param("sha256", sha256).query(ContentRows::row).optional();
  }

  /** Returns false if the content has a row already. */
  boolean insert(Row row) {
    return jdbc.sql(INSERT)
            .param("sha256", row.sha256())
            .param("place", row.place())
            .param("store", row.store().name())
            .param("keyId", row.key().keyId())
            .param("wrapped", row.key().bytes())
            .update()
        == 1;
  }

  /** Keeps a content from being erased until the transaction ends; false if it is gone. */
  boolean hold(String sha256) {
    return jdbc.sql("SELECT 1 FROM document.content WHERE sha256 = :sha256 FOR KEY SHARE")
        .param("sha256", sha256)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Returns the contents of some keys, from one on. */
  List<Row> ofKeys(Collection<String> keyIds, String after, int limit) {
    return jdbc.sql(OF_OLD_KEYS)
        .param("after", after)
        .param("keyIds", keyIds.toArray(String[]::new))
        .param("limit", limit)
        .query(ContentRows::row)
        .list();
  }

  void rewrap(Row row, Wrapped key) {
    jdbc.sql(REWRAP)
        .param("sha256", row.sha256())
        .param("before", row.key().keyId())
        .param("keyId", key.keyId())
        .param("wrapped", key.bytes())
        .update();
  }

  /** Returns false if the content lies elsewhere meanwhile, or nowhere. */
  boolean replace(Row before, Row row) {
    return jdbc.sql(REPLACE)
            .param("sha256", row.sha256())
            .param("before", before.place())
            .param("place", row.place())
            .param("store", row.store().name())
            .param("keyId", row.key().keyId())
            .param("wrapped", row.key().bytes())
            .update()
        == 1;
  }

  /** Deletes the documents of an owner; returns the files of contents that nobody else has. */
  List<Lying> erase(UUID ownerId) {
    return jdbc.sql("SELECT store, place FROM document.erase(:owner)")
        .param("owner", ownerId)
        .query((row, _) -> new Lying(row.getString("store"), row.getString("place")))
        .list();
  }

  /** Returns the contents without a row, from one on. */
  List<String> unsealed(String after, int limit) {
    return jdbc.sql(UNSEALED)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getString("sha256"))
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("sha256"),
        row.getString("place"),
        ObjectStore.Kind.valueOf(row.getString("store")),
        Wrapped.of(row.getString("key_id"), row.getBytes("wrapped_key")));
  }
}
