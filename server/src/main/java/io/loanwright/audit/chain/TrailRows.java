package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail as it is sealed. */
@Repository
class TrailRows implements Chained {

  private static final int FETCH = 10_000;
  private static final String COUNT = "SELECT count(*) FROM audit.event";
  private static final String IDS = "SELECT id FROM audit.event";

  private static final String READ =
      """
      SELECT id,
             ARRAY[(extract(epoch FROM recorded_at) * 1000000)::bigint::text, actor_id::text,
                   actor_name, actor_role, branch_id::text, address, device, action, result,
                   subject_type, subject_id::text, subject_label, before::text, after::text,
                   reason] AS fields
        FROM audit.event
       WHERE id = ANY (:ids)
      """;

  private final JdbcClient jdbc;

  TrailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "trail";
  }

  @Override
  public void read(Collection<UUID> ids, Consumer<Content> each) {
    jdbc.sql(READ)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          String[] fields = (String[]) row.getArray("fields").getArray();
          each.accept(new Content(id, "trail row " + id, Arrays.asList(fields)));
        });
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
