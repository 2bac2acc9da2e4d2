package io.loanwright.ledger.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found by statements with the columns {@code record, says, follows}. */
record Differences(JdbcClient jdbc) {

  /** The planner expects far too many groups, and would sort all lines instead of hashing them. */
  private static final String HASH = "SET LOCAL enable_sort = %s";

  List<Difference> by(String sql) {
    return jdbc.sql(sql)
        .query((row, _) ->
            new Difference(
                row.getString("record"), row.getString("says"), row.getString("follows")))
        .list();
  }

  /** The same by a statement that groups all lines. */
  List<Difference> hashing(String sql) {
    jdbc.sql(HASH.formatted("off")).update();
    List<Difference> found = by(sql);
    jdbc.sql(HASH.formatted("on")).update();
    return found;
  }
}
