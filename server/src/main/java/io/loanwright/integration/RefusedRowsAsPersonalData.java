package io.loanwright.integration;

import io.loanwright.borrower.spi.PersonalDataHolder;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells which refused rows of imports are about a borrower: those with his name, phone number or
 * e-mail address, or a number by which the other system knows him or a loan of his.
 */
@Component
@Order(7)
class RefusedRowsAsPersonalData implements PersonalDataHolder {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(jsonb_build_object('source', i.source, 'part', r.part,
                                                   'row', r.row, 'cells', r.record)
                                ORDER BY r.import_id, r.part, r.row), '[]')::text
        FROM integration.rows_about(:borrower) a
        JOIN integration.rejection r USING (import_id, part, row)
        JOIN integration.import_run i ON i.id = r.import_id
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

  /** Blanks the rows, while his name is still there to find them by. */
  @Override
  public void erase(UUID borrowerId) {
    jdbc.sql(FORGET).param("borrower", borrowerId).query(row -> {});
  }
}
