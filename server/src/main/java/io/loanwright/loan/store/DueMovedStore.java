package io.loanwright.loan.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code loan.due_moved}, which {@link FigureChanges} fills. */
@Repository
public class DueMovedStore {

  /** What a transaction that has not ended adds waits for the next time. */
  private static final String TAKE =
      """
      WITH taken AS (
        DELETE FROM loan.due_moved
        RETURNING loan_id)
      SELECT DISTINCT loan_id
        FROM taken
      """;

  private final JdbcClient jdbc;

  DueMovedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empties it, and returns the loans that were in it, each once. */
  public List<UUID> take() {
    return jdbc.sql(TAKE).query((row, _) -> row.getObject("loan_id", UUID.class)).list();
  }
}
