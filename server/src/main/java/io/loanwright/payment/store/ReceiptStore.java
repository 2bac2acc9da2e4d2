package io.loanwright.payment.store;

import io.loanwright.loan.Parties;
import io.loanwright.payment.ReceiptFacts;
import io.loanwright.payment.ReceiptHeading;
import io.loanwright.together.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code payment.receipt}, of which only what counts printings ever changes. */
@Repository
public class ReceiptStore {

  /** The lock on the loan's row keeps two payments from getting one number. */
  private static final String HEADING =
      """
      SELECT (SELECT coalesce(max(receipt_sequence), 0) + 1
                FROM payment.payment
               WHERE loan_id = :loanId) AS sequence,
             l.organization, l.time_zone, l.branch, b.name AS borrower
        FROM organization.letterhead l
       CROSS JOIN borrower.borrower_card b
       WHERE l.branch_id = :branchId
         AND b.id = :borrowerId
      """;

  private static final String HEADINGS =
      """
      SELECT c.id AS loan_id,
             (SELECT coalesce(max(p.receipt_sequence), 0) + 1
                FROM payment.payment p
               WHERE p.loan_id = c.id) AS sequence,
             l.organization, l.time_zone, l.branch, b.name AS borrower
        FROM loan.loan_card c
        JOIN organization.letterhead l ON l.branch_id = c.branch_id
        JOIN borrower.borrower_card b ON b.id = c.borrower_id
       WHERE c.id = ANY ((SELECT :loanIds::uuid[])::uuid[])
      """;

  /** Who looks at the page and saves the paper within a minute has printed it once. */
  private static final String PRINT =
      """
      UPDATE payment.receipt r
         SET printed_count = r.printed_count + CASE WHEN again.is_same THEN 0 ELSE 1 END,
             printed_by = :by,
             printed_at = CASE WHEN again.is_same THEN r.printed_at ELSE :at END
        FROM (SELECT payment_id,
                     coalesce(printed_by = :by AND printed_at > :at - interval '1 minute', false)
                       AS is_same
                FROM payment.receipt
               WHERE payment_id = :paymentId
                 FOR UPDATE) again
       WHERE r.payment_id = again.payment_id
      RETURNING r.facts, r.printed_count, again.is_same
      """;

  /** Apart from how the API writes JSON, so that a change there never makes receipts unreadable. */
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  ReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A receipt that was counted as printed.
   *
   * @param printing how often it has been printed, this time included
   * @param isSame whether this is the printing of a moment ago by the same person
   */
  public record Printing(ReceiptFacts facts, int printing, boolean isSame) {}

  /** Returns the heading of the next receipt of a loan that this transaction has locked. */
  public ReceiptHeading heading(UUID loanId, Parties parties) {
    return Rows.known(this, loanId, ReceiptHeading.class)
        .orElseGet(() -> readHeading(loanId, parties));
  }

  /** Reads the headings of the next receipts of loans that this transaction has locked. */
  public void readAhead(Collection<UUID> loanIds) {
    Rows.know(this, headings(loanIds));
  }

  private ReceiptHeading readHeading(UUID loanId, Parties parties) {
    return jdbc.sql(HEADING)
        .param("loanId", loanId)
        .param("branchId", parties.branchId())
        .param("borrowerId", parties.borrowerId())
        .query((row, _) -> heading(row))
        .single();
  }

  /** Returns the headings of the next receipts of loans that this transaction has locked. */
  public Map<UUID, ReceiptHeading> headings(Collection<UUID> loanIds) {
    Map<UUID, ReceiptHeading> headings = new HashMap<>();
    jdbc.sql(HEADINGS)
        .param("loanIds", loanIds.toArray(UUID[]::new))
        .query(row -> {
          headings.put(row.getObject("loan_id", UUID.class), heading(row));
        });
    return headings;
  }

  private static ReceiptHeading heading(ResultSet row) throws SQLException {
    return new ReceiptHeading(
        row.getInt("sequence"),
        row.getString("organization"),
        row.getString("branch"),
        row.getString("borrower"),
        row.getString("time_zone"));
  }

  static String write(ReceiptFacts facts) {
    return MAPPER.writeValueAsString(facts);
  }

  /** Counts a printing of a payment's receipt, unless the same person did so a moment ago. */
  public Printing print(UUID paymentId, UUID by, Instant at) {
    return jdbc.sql(PRINT)
        .param("paymentId", paymentId)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Printing(
                MAPPER.readValue(row.getString("facts"), ReceiptFacts.class),
                row.getInt("printed_count"),
                row.getBoolean("is_same")))
        .single();
  }
}
