package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Sampled;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws a sample of payments that anybody can draw again. */
@Repository
public class SampleQuery {

  /** All payments of the days are looked at, which the most days bound. */
  private static final String DRAWN =
      """
      WITH drawn AS MATERIALIZED (
        SELECT p.id, md5(:seed || ':' || p.id) AS place
          FROM payment.payment_card p
         WHERE p.paid_on BETWEEN :from AND :to
           AND %s
         ORDER BY place, p.id
         LIMIT :size)
      SELECT p.id, p.loan_id, p.loan_number, p.receipt_number, p.amount_minor, p.currency,
             p.paid_on, p.channel, p.status, p.recorded_by_name
        FROM drawn d
        JOIN payment.payment_card p ON p.id = d.id
       ORDER BY d.place, d.id
      """;

  private final JdbcClient jdbc;

  SampleQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns payments of some days within a reach, in the order in which they were drawn: by the MD5
   * of the seed, a colon and the payment's id. Each has the same chance, and the same seed draws
   * the same ones from the same payments.
   */
  public List<Sampled> draw(Reach reach, String seed, LocalDate from, LocalDate to, int size) {
    return jdbc.sql(DRAWN.formatted(reach.predicate("p", "borrower_id")))
        .params(reach.params())
        .param("seed", seed)
        .param("from", from)
        .param("to", to)
        .param("size", size)
        .query((row, _) ->
            new Sampled(
                row.getObject("id", UUID.class),
                row.getObject("loan_id", UUID.class),
                row.getString("loan_number"),
                row.getString("receipt_number"),
                new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
                new Sampled.Taken(
                    row.getObject("paid_on", LocalDate.class),
                    row.getString("channel"),
                    row.getString("recorded_by_name")),
                row.getString("status")))
        .list();
  }
}
