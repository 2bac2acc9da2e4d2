package io.loanwright.payment;

import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.borrower.spi.PersonalDataHolder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what payments keep of a borrower. */
@Component
@Order(2)
class PaymentsAsPersonalData implements PersonalDataHolder {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.id), '[]')::text
        FROM payment.payment p
       WHERE p.borrower_id = :borrower
      """;

  private static final String LAST_DAY =
      "SELECT max(paid_on) FROM payment.payment WHERE borrower_id = :borrower";

  private static final String IDS = "SELECT id FROM payment.payment WHERE borrower_id = :borrower";

  private static final String FORGET_REASONS =
      """
      UPDATE payment.payment
         SET reversal_reason = 'erased'
       WHERE borrower_id = :borrower
         AND reversal_reason IS NOT NULL
      """;

  private final JdbcClient jdbc;

  PaymentsAsPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String part() {
    return "payments";
  }

  @Override
  public String export(UUID borrowerId) {
    return jdbc.sql(ALL).param("borrower", borrowerId).query(String.class).single();
  }

  @Override
  public Optional<LocalDate> lastDay(UUID borrowerId) {
    return jdbc.sql(LAST_DAY)
        .param("borrower", borrowerId)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  /** Rows about his payments have the reasons in them why they were taken back. */
  @Override
  public List<Thing> traces(UUID borrowerId) {
    return jdbc
        .sql(IDS)
        .param("borrower", borrowerId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list()
        .stream()
        .map(id -> new Thing("payment", id, null))
        .toList();
  }

  @Override
  public void erase(UUID borrowerId) {
    jdbc.sql(FORGET_REASONS).param("borrower", borrowerId).update();
  }
}
