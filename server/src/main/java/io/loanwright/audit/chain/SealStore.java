package io.loanwright.audit.chain;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code audit.seal} and {@code audit.unsealed}. */
@Repository
class SealStore {

  /** Before every id. */
  static final UUID FIRST = new UUID(0, 0);

  /** Any number that no other lock of the program has. */
  private static final long LOCK = 5_324_077_001L;

  private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(:lock)";

  private static final String COLUMNS = "number, sealed_at, kind, records, leaves, root, head";

  private static final String LAST =
      "SELECT number, sealed_at, head FROM audit.seal ORDER BY number DESC LIMIT 1";

  private static final String WITH_HEAD = "SELECT number FROM audit.seal WHERE head = :head";

  private static final String AFTER =
      "SELECT " + COLUMNS + " FROM audit.seal WHERE number > :number ORDER BY number LIMIT :limit";

  private static final String TRAIL =
      "SELECT "
          + COLUMNS
          + """
             FROM audit.seal
            WHERE kind = 'trail'
              AND number > :number
              AND number <= :through
            ORDER BY number
            LIMIT :limit
          """;

  private static final String APPEND =
      """
      INSERT INTO audit.seal (number, sealed_at, kind, records, leaves, root, head)
      VALUES (:number, :sealedAt, :kind, :records, :leaves, :root, :head)
      """;

  private static final String WAITING =
      """
      SELECT record_id
        FROM audit.unsealed
       WHERE kind = :kind
         AND record_id > :after
       ORDER BY record_id
       LIMIT :limit
      """;

  private static final String COUNT_WAITING = "SELECT count(*) FROM audit.unsealed";

  private static final String COUNT_WAITING_OF =
      "SELECT count(*) FROM audit.unsealed WHERE kind = :kind";

  private static final String WAITS_NO_MORE =
      "DELETE FROM audit.unsealed WHERE kind = :kind AND record_id = ANY (:records)";

  private final JdbcClient jdbc;

  SealStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The end of the chain. */
  record Last(long number, Instant sealedAt, Hash head) {}

  /** Keeps all other sealers away until the transaction ends; false if one is at work. */
  boolean tryLock() {
    return jdbc.sql(TRY_LOCK).param("lock", LOCK).query(Boolean.class).single();
  }

  Optional<Last> last() {
    return jdbc.sql(LAST)
        .query((row, _) ->
            new Last(
                row.getLong("number"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                Hash.of(row.getBytes("head"))))
        .optional();
  }

  /** Returns the number of the seal that made a head. */
  Optional<Long> numberOf(Hash head) {
    return jdbc.sql(WITH_HEAD).param("head", head.bytes()).query(Long.class).optional();
  }

  /** Returns the seals after a number, first to last. */
  List<Seal.Kept> after(long number, int limit) {
    return jdbc.sql(AFTER)
        .param("number", number)
        .param("limit", limit)
        .query((row, _) -> kept(row))
        .list();
  }

  /** Returns the seals of the trail after a number and up to another one, first to last. */
  List<Seal> trail(long number, long through, int limit) {
    return jdbc.sql(TRAIL)
        .param("number", number)
        .param("through", through)
        .param("limit", limit)
        .query((row, _) -> kept(row).seal())
        .list();
  }

  void append(Seal seal, Hash head) {
    jdbc.sql(APPEND)
        .param("number", seal.number())
        .param("sealedAt", seal.sealedAt().atOffset(ZoneOffset.UTC))
        .param("kind", seal.kind())
        .param("records", seal.records().toArray(UUID[]::new))
        .param("leaves", joined(seal.leaves()))
        .param("root", seal.root().bytes())
        .param("head", head.bytes())
        .update();
  }

  /** Returns ids of records of a kind that have no seal yet, in order. */
  List<UUID> waiting(String kind, UUID after, int limit) {
    return jdbc.sql(WAITING)
        .param("kind", kind)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getObject("record_id", UUID.class))
        .list();
  }

  long countWaiting() {
    return jdbc.sql(COUNT_WAITING).query(Long.class).single();
  }

  long countWaiting(String kind) {
    return jdbc.sql(COUNT_WAITING_OF).param("kind", kind).query(Long.class).single();
  }

  void waitNoMore(String kind, Collection<UUID> records) {
    jdbc.sql(WAITS_NO_MORE)
        .param("kind", kind)
        .param("records", records.toArray(UUID[]::new))
        .update();
  }

  private static byte[] joined(List<Hash> leaves) {
    ByteBuffer all = ByteBuffer.allocate(Hash.BYTES * leaves.size());
    leaves.forEach(leaf -> all.put(leaf.bytes()));
    return all.array();
  }

  private static List<Hash> split(byte[] joined) {
    ByteBuffer all = ByteBuffer.wrap(joined);
    List<Hash> leaves = new ArrayList<>(joined.length / Hash.BYTES);
    byte[] leaf = new byte[Hash.BYTES];
    while (all.remaining() >= Hash.BYTES) {
      all.get(leaf);
      leaves.add(Hash.of(leaf));
    }
    return leaves;
  }

  private static Seal.Kept kept(ResultSet row) throws SQLException {
    Seal seal =
        new Seal(
            row.getLong("number"),
            row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
            row.getString("kind"),
            List.of((UUID[]) row.getArray("records").getArray()),
            split(row.getBytes("leaves")),
            Hash.of(row.getBytes("root")));
    return new Seal.Kept(seal, Hash.of(row.getBytes("head")));
  }
}
