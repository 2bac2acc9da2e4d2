package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Run;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail as it is sealed. */
@Repository
class TrailRows implements Chained {

  static final String KIND = "trail";

  private static final int FETCH = 10_000;
  private static final String COUNT = "SELECT count(*) FROM audit.event";
  private static final String IDS = "SELECT id FROM audit.event";

  private static final String READ =
      """
      SELECT %s
        FROM audit.event
       WHERE id = ANY (:ids)
      """
          .formatted(TrailRow.COLUMNS);

  private final JdbcClient jdbc;
  private final WholeTrail all;

  TrailRows(JdbcClient jdbc, WholeTrail all) {
    this.jdbc = jdbc;
    this.all = all;
  }

  @Override
  public Fingerprint fingerprint(Run run) {
    return all.read(this, run);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void read(Collection<UUID> ids, Consumer<Content> each) {
    jdbc.sql(READ)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          each.accept(TrailRow.of(row).content());
        });
  }

  /** Returns the rows of some ids that there are. */
  Map<UUID, TrailRow> rows(Collection<UUID> ids) {
    Map<UUID, TrailRow> found = new HashMap<>();
    jdbc.sql(READ)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          TrailRow each = TrailRow.of(row);
          found.put(each.id(), each);
        });
    return found;
  }

  @Override
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  @Override
  public void ids(Consumer<UUID> each) {
    jdbc.sql(IDS)
        .withFetchSize(FETCH)
        .query(row -> {
          each.accept(row.getObject("id", UUID.class));
        });
  }
}
