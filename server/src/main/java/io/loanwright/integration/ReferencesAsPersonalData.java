package io.loanwright.integration;

import io.loanwright.borrower.spi.PersonalDataHolder;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells by which numbers other systems know a borrower. */
@Component
@Order(6)
class ReferencesAsPersonalData implements PersonalDataHolder {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(jsonb_build_object('source', source, 'reference', reference)
                                ORDER BY source, reference), '[]')::text
        FROM integration.borrower_reference
       WHERE borrower_id = :borrower
      """;

  private final JdbcClient jdbc;

  ReferencesAsPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String part() {
    return "otherSystems";
  }

  @Override
  public String export(UUID borrowerId) {
    return jdbc.sql(ALL).param("borrower", borrowerId).query(String.class).single();
  }
}
