package io.loanwright.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables {@code audit.archive}, which is one of {@link PlainTables}, and {@code
 * audit.archive_begun}.
 */
@Repository
class ArchiveStore {

  /** Any number that no other lock of the program has. */
  private static final long LOCK = 5_324_077_002L;

  private static final String TAKE_LOCK = "SELECT pg_advisory_xact_lock(:lock)";

  private static final String TAKE_LOCK_IF_FREE = "SELECT pg_try_advisory_xact_lock(:lock)";

  private static final String COLUMNS =
      """
      SELECT id, archived_at, actor_id, before_day, first_seal, last_seal, row_count, first_at,
             last_at, bytes, sha256, replaces, erasure, parts, unsalted, public_key, signature
        FROM audit.archive a
      """;

  /** Those whose file is to be there; another one may have taken its place. */
  private static final String CURRENT =
      COLUMNS + " WHERE NOT EXISTS (SELECT FROM audit.archive r WHERE r.replaces = a.id)";

  private static final String ALL = CURRENT + " ORDER BY first_seal, id";

  private static final String PAGE =
      CURRENT
          + """
             AND (:before::bigint IS NULL OR first_seal < :before)
           ORDER BY first_seal DESC
           LIMIT :limit
          """;

  private static final String FIND = CURRENT + " AND id = :id";

  private static final String IS_REPLACED =
      "SELECT EXISTS (SELECT FROM audit.archive WHERE replaces = :id)";

  private static final String LAST_SEAL = "SELECT coalesce(max(last_seal), 0) FROM audit.archive";

  private static final String MOVE = "SELECT audit.move_to_archive(:archive::jsonb)";

  private static final String REPLACE = "SELECT audit.replace_archive(:archive::jsonb)";

  private static final String BEGIN = "INSERT INTO audit.archive_begun (id) VALUES (:id)";

  private static final String DONE_WITH = "DELETE FROM audit.archive_begun WHERE id <> ALL (:left)";

  /** Begun and come to nothing, or replaced. */
  private static final String NEEDLESS =
      """
      SELECT b.id
        FROM audit.archive_begun b
       WHERE NOT EXISTS (SELECT FROM audit.archive a WHERE a.id = b.id)
       UNION ALL
      SELECT replaces
        FROM audit.archive
       WHERE replaces IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ArchiveStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps all others who move or change archives waiting until the transaction ends. */
  void lock() {
    jdbc.sql("SET LOCAL lock_timeout = '60s'").update();
    jdbc.sql("SET LOCAL statement_timeout = 0").update();
    jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = 0").update();
    jdbc.sql(TAKE_LOCK).param("lock", LOCK).query(_ -> {});
  }

  /** Takes the same lock without waiting for it; false if somebody else has it. */
  boolean lockIfFree() {
    return jdbc.sql(TAKE_LOCK_IF_FREE).param("lock", LOCK).query(Boolean.class).single();
  }

  /** Returns all archives whose file is to be there, oldest rows first. */
  List<Archive.Kept> all() {
    return jdbc.sql(ALL).query((row, _) -> kept(row)).list();
  }

  /** Returns those before a seal, newest rows first. */
  List<Archive> page(@Nullable Long before, int limit) {
    return jdbc.sql(PAGE)
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> kept(row).what())
        .list();
  }

  /** Returns one whose file is to be there. */
  Optional<Archive> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query((row, _) -> kept(row).what()).optional();
  }

  /** Returns whether another archive took the place of one. */
  boolean isReplaced(UUID id) {
    return jdbc.sql(IS_REPLACED).param("id", id).query(Boolean.class).single();
  }

  /** Returns up to which seal rows of the trail are in files; 0 for none. */
  long lastSeal() {
    return jdbc.sql(LAST_SEAL).query(Long.class).single();
  }

  /** Adds an archive and deletes its rows from the trail. */
  void move(Archive archive, HeadKeys.Signed by) {
    jdbc.sql(MOVE).param("archive", text(archive, by)).query(_ -> {});
  }

  /** Adds an archive in the place of another one. */
  void replace(Archive archive, HeadKeys.Signed by) {
    jdbc.sql(REPLACE).param("archive", text(archive, by)).query(_ -> {});
  }

  /** Notes that a file is about to be made. */
  void begin(UUID id) {
    jdbc.sql(BEGIN).param("id", id).update();
  }

  /**
   * Returns the archives whose files nobody needs. Without the lock one of them may be about to be
   * made.
   */
  List<UUID> needless() {
    return jdbc.sql(NEEDLESS).query((row, _) -> row.getObject("id", UUID.class)).list();
  }

  /**
   * Forgets what was begun, under the lock: it is an archive now, or came to nothing.
   *
   * @param left whose files are still to be deleted
   */
  void doneWithAllBut(List<UUID> left) {
    jdbc.sql(DONE_WITH).param("left", left.toArray(UUID[]::new)).update();
  }

  private String text(Archive archive, HeadKeys.Signed by) {
    Archive.Content content = archive.content();
    Archive.Instead instead = archive.instead();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", archive.id().toString());
    row.put("archived_at", archive.at().toString());
    row.put("actor_id", archive.actorId().toString());
    row.put("before_day", archive.before().toString());
    row.put("first_seal", content.firstSeal());
    row.put("last_seal", content.lastSeal());
    row.put("row_count", content.rows());
    row.put("first_at", content.oldest().toString());
    row.put("last_at", content.newest().toString());
    row.put("bytes", content.bytes());
    row.put("sha256", "\\x" + content.sha256());
    row.put("replaces", instead == null ? null : instead.archive().toString());
    row.put("erasure", instead == null ? null : instead.erasure().toString());
    row.put("parts", instead == null ? 0 : instead.parts());
    row.put("unsalted", instead == null ? 0 : instead.unsalted());
    row.put("public_key", bytes(by.publicKey()));
    row.put("signature", bytes(by.signature()));
    return json.writeValueAsString(row);
  }

  private static String bytes(String base64) {
    return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }

  private static Archive.Kept kept(ResultSet row) throws SQLException {
    UUID replaces = row.getObject("replaces", UUID.class);
    Archive.Content content =
        new Archive.Content(
            row.getLong("first_seal"),
            row.getLong("last_seal"),
            row.getLong("row_count"),
            instant(row, "first_at"),
            instant(row, "last_at"),
            row.getLong("bytes"),
            Hash.of(row.getBytes("sha256")));
    Archive archive =
        new Archive(
            row.getObject("id", UUID.class),
            instant(row, "archived_at"),
            row.getObject("actor_id", UUID.class),
            row.getObject("before_day", LocalDate.class),
            content,
            replaces == null
                ? null
                : new Archive.Instead(
                    replaces,
                    Objects.requireNonNull(row.getObject("erasure", UUID.class)),
                    row.getLong("parts"),
                    row.getLong("unsalted")));
    return new Archive.Kept(
        archive,
        new HeadKeys.Signed(
            Base64.getEncoder().encodeToString(row.getBytes("public_key")),
            Base64.getEncoder().encodeToString(row.getBytes("signature"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
