package io.loanwright.audit.chain;

import io.loanwright.audit.chain.ArchivesRead.Blanked;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Each blanked part of the trail belongs to an erasure, which is sealed as the trail is. So nobody
 * blanks a row unseen, and the verifier says how many are blank.
 */
@Repository
@Order(6)
class ErasureProof implements Proof {

  /** Of rows of the trail that are in the table, and what each erasure said, in files too. */
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
         GROUP BY erasure),
      said AS (
        SELECT e.id, e.parts + coalesce(sum(a.parts), 0)::bigint AS parts,
               e.unsalted + coalesce(sum(a.unsalted), 0)::bigint AS unsalted
          FROM audit.erasure e
          LEFT JOIN audit.archive a ON a.erasure = e.id
         GROUP BY e.id)
      SELECT coalesce(b.id, s.id) AS id,
             coalesce(b.parts, 0) AS parts, coalesce(b.unsalted, 0) AS unsalted,
             coalesce(s.parts, 0) AS said, coalesce(s.unsalted, 0) AS said_unsalted
        FROM blanked b
        FULL JOIN said s ON s.id = b.id
       ORDER BY 1
      """;

  private final JdbcClient jdbc;
  private final ArchiveProof archives;

  ErasureProof(JdbcClient jdbc, ArchiveProof archives) {
    this.jdbc = jdbc;
    this.archives = archives;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    return check(new Run(), found);
  }

  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    ArchivesRead files = archives.read(run);
    long[] parts = {0};
    Set<UUID> known = new HashSet<>();
    jdbc.sql(BLANKED)
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          Blanked blank =
              new Blanked(row.getLong("parts"), row.getLong("unsalted")).plus(files.of(id));
          Blanked said = new Blanked(row.getLong("said"), row.getLong("said_unsalted"));
          known.add(id);
          parts[0] += blank.parts();
          if (!blank.equals(said) && !files.changed()) {
            found.accept(new Difference("erasure " + id, said.toString(), blank.toString()));
          }
        });
    files
        .blanked()
        .forEach((id, blank) -> {
          if (!known.contains(id) && !files.changed()) {
            found.accept(
                new Difference("erasure " + id, Blanked.NONE.toString(), blank.toString()));
          }
        });
    return new Checked("erased parts of the trail", parts[0]);
  }
}
