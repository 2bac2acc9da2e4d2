package io.loanwright.integration;

import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.borrower.spi.RowsOfFiles;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells which refused rows of imports are about a borrower: those with a number by which the other
 * system knows him or a loan of his, or with his name and his phone number or e-mail address. Of
 * rows that only have one of these it tells that they are there, and not what they say: they may be
 * somebody else's.
 */
@Component
@Order(7)
class RefusedRowsAsPersonalData implements PersonalDataHolder {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(jsonb_build_object('source', i.source, 'part', r.part,
                                                   'import', i.id, 'row', r.row,
                                                   'certain', a.certain)
                                || CASE WHEN a.certain THEN jsonb_build_object('cells', r.record)
                                        ELSE '{}'
                                   END
                                ORDER BY r.import_id, r.part, r.row), '[]')::text
        FROM integration.rows_about(:borrower) a
        JOIN integration.rejection r USING (import_id, part, row)
        JOIN integration.import_run i ON i.id = r.import_id
      """;

  private static final String CERTAIN =
      "SELECT count(*) FROM integration.rows_about(:borrower) WHERE certain";

  private static final String ALIKE =
      """
      SELECT import_id, part, row
        FROM integration.rows_about(:borrower)
       WHERE NOT certain
       ORDER BY import_id, part, row
       LIMIT 1000
      """;

  private static final String FORGET = "SELECT integration.forget_rows(:borrower)";

  private final JdbcClient jdbc;

  RefusedRowsAsPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String part() {
    return "refusedRows";
  }

  @Override
  public String export(UUID borrowerId) {
    return jdbc.sql(ALL).param("borrower", borrowerId).query(String.class).single();
  }

  @Override
  public RowsOfFiles rowsOfFiles(UUID borrowerId) {
    long certain = jdbc.sql(CERTAIN).param("borrower", borrowerId).query(Long.class).single();
    List<RowsOfFiles.Row> alike =
        jdbc.sql(ALIKE)
            .param("borrower", borrowerId)
            .query((row, _) ->
                new RowsOfFiles.Row(
                    row.getObject("import_id", UUID.class),
                    row.getString("part"),
                    row.getLong("row")))
            .list();
    return new RowsOfFiles(certain, alike);
  }

  /** Blanks the rows that are certainly his, while his name is still there to find them by. */
  @Override
  public void erase(UUID borrowerId) {
    jdbc.sql(FORGET).param("borrower", borrowerId).query(row -> {});
  }
}
