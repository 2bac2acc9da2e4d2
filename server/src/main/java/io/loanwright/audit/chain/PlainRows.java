package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of few rows that is sealed, and of which nothing is ever erased. */
final class PlainRows implements Chained {

  private final JdbcClient jdbc;
  private final String kind;
  private final String read;
  private final String count;
  private final String ids;

  /**
   * Seals a table.
   *
   * @param fields an array of texts in SQL, of all columns but {@code id}
   */
  PlainRows(JdbcClient jdbc, String kind, String table, String fields) {
    this.jdbc = jdbc;
    this.kind = kind;
    this.read = "SELECT id, " + fields + " AS fields FROM " + table + " WHERE id = ANY (:ids)";
    this.count = "SELECT count(*) FROM " + table;
    this.ids = "SELECT id FROM " + table;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public void read(Collection<UUID> wanted, Consumer<Content> each) {
    jdbc.sql(read)
        .param("ids", wanted.toArray(UUID[]::new))
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          String[] texts = (String[]) row.getArray("fields").getArray();
          each.accept(new Content(id, kind + " " + id, Arrays.asList(texts)));
        });
  }

  @Override
  public long count() {
    return jdbc.sql(count).query(Long.class).single();
  }

  @Override
  public void ids(Consumer<UUID> each) {
    jdbc.sql(ids)
        .query(row -> {
          each.accept(row.getObject("id", UUID.class));
        });
  }
}
