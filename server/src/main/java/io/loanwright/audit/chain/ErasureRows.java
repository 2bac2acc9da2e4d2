package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The erasures: sealed like the trail, and each blanked part of the trail belongs to one. So nobody
 * blanks a row unseen, and the verifier says how many are blank.
 */
@Repository
@Order(6)
class ErasureRows implements Chained, Proof {

  private static final String READ =
      """
      SELECT id,
             ARRAY[(extract(epoch FROM erased_at) * 1000000)::bigint::text, borrower_id::text,
                   actor_id::text, parts::text, unsalted::text] AS fields
        FROM audit.erasure
       WHERE id = ANY (:ids)
      """;

  private static final String COUNT = "SELECT count(*) FROM audit.erasure";
  private static final String IDS = "SELECT id FROM audit.erasure";

  private static final String BLANKED =
      """
      WITH part AS (
        SELECT actor_erasure AS erasure, leaf IS NOT NULL AS whole
          FROM audit.event
         WHERE actor_erasure IS NOT NULL
         UNION ALL
        SELECT subject_erasure, leaf IS NOT NULL
          FROM audit.event
         WHERE subject_erasure IS NOT NULL),
      blanked AS (
        SELECT erasure AS id, count(*) AS parts, count(*) FILTER (WHERE whole) AS unsalted
          FROM part
         GROUP BY erasure)
      SELECT coalesce(b.id, e.id) AS id,
             coalesce(b.parts, 0) AS parts, coalesce(b.unsalted, 0) AS unsalted,
             coalesce(e.parts, 0) AS said, coalesce(e.unsalted, 0) AS said_unsalted
        FROM blanked b
        FULL JOIN audit.erasure e ON e.id = b.id
       ORDER BY 1
      """;

  private final JdbcClient jdbc;

  ErasureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "erasure";
  }

  @Override
  public void read(Collection<UUID> ids, Consumer<Content> each) {
    jdbc.sql(READ)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          String[] fields = (String[]) row.getArray("fields").getArray();
          each.accept(new Content(id, "erasure " + id, Arrays.asList(fields)));
        });
  }

  @Override
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  @Override
  public void ids(Consumer<UUID> each) {
    jdbc.sql(IDS)
        .query(row -> {
          each.accept(row.getObject("id", UUID.class));
        });
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    long[] parts = {0};
    jdbc.sql(BLANKED)
        .query(row -> {
          parts[0] += row.getLong("parts");
          String blank = words(row.getLong("parts"), row.getLong("unsalted"));
          String said = words(row.getLong("said"), row.getLong("said_unsalted"));
          if (!blank.equals(said)) {
            found.accept(new Difference("erasure " + row.getString("id"), said, blank));
          }
        });
    return new Checked("erased parts of the trail", parts[0]);
  }

  private static String words(long parts, long unsalted) {
    return "%d parts blanked, %d of them without salts".formatted(parts, unsalted);
  }
}
