package io.loanwright.payment;

import io.loanwright.access.Reach;
import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.spi.PersonalDataHolder;
import java.sql.Types;
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

  private static final String FORGET_WORDS =
      "SELECT payment.forget_words(:borrower, CAST(:person AS uuid))";

  private final JdbcClient jdbc;
  private final Borrowers borrowers;

  PaymentsAsPersonalData(JdbcClient jdbc, Borrowers borrowers) {
    this.jdbc = jdbc;
    this.borrowers = borrowers;
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

  /**
   * Blanks references, reasons, and his name: on receipts, and where he paid or took back himself.
   */
  @Override
  public void erase(UUID borrowerId) {
    UUID person = borrowers.find(borrowerId, Reach.everything()).map(Borrower::userId).orElse(null);
    jdbc.sql(FORGET_WORDS)
        .param("borrower", borrowerId)
        .param("person", person, Types.OTHER)
        .query(row -> {});
  }
}
