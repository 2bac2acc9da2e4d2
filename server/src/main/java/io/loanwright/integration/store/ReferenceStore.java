package io.loanwright.integration.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what other systems call the records here. */
@Repository
public class ReferenceStore {

  private static final String FIND_BORROWERS =
      """
      SELECT reference, borrower_id AS id
        FROM integration.borrower_reference
       WHERE source = :source
         AND reference = ANY (:references)
      """;

  private static final String FIND_LOANS =
      """
      SELECT reference, loan_id AS id
        FROM integration.loan_reference
       WHERE source = :source
         AND reference = ANY (:references)
      """;

  private static final String FIND_PAYMENTS =
      """
      SELECT reference, payment_id AS id
        FROM integration.payment_reference
       WHERE source = :source
         AND reference = ANY (:references)
      """;

  private static final String FIND_DEBTORS =
      """
      SELECT f.reference, l.borrower_id AS id
        FROM integration.loan_reference f
        JOIN loan.loan_card l ON l.id = f.loan_id
       WHERE f.source = :source
         AND f.reference = ANY (:references)
      """;

  private static final String INSERT_BORROWER =
      """
      INSERT INTO integration.borrower_reference (source, reference, borrower_id, import_id)
      VALUES (?, ?, ?, ?)
      """;

  private static final String INSERT_LOAN =
      """
      INSERT INTO integration.loan_reference (source, reference, loan_id, import_id)
      VALUES (?, ?, ?, ?)
      """;

  private static final String INSERT_PAYMENT =
      """
      INSERT INTO integration.payment_reference (source, reference, payment_id, import_id)
      VALUES (?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ReferenceStore(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A kind of record that has references. */
  public enum Kind {
    /** Borrowers. */
    BORROWER(FIND_BORROWERS, INSERT_BORROWER),
    /** Loans. */
    LOAN(FIND_LOANS, INSERT_LOAN),
    /** Payments. */
    PAYMENT(FIND_PAYMENTS, INSERT_PAYMENT);

    private final String find;
    private final String insert;

    Kind(String find, String insert) {
      this.find = find;
      this.insert = insert;
    }
  }

  /** Returns the records of a source that have one of the references, by reference. */
  public Map<String, UUID> find(Kind kind, String source, Collection<String> references) {
    return find(kind.find, source, references);
  }

  /** Returns the borrowers of the loans of a source that have one of the references. */
  public Map<String, UUID> borrowersOf(String source, Collection<String> loanReferences) {
    return find(FIND_DEBTORS, source, loanReferences);
  }

  private Map<String, UUID> find(String sql, String source, Collection<String> references) {
    Map<String, UUID> found = new HashMap<>();
    if (!references.isEmpty()) {
      jdbc.sql(sql)
          .param("source", source)
          .param("references", references.toArray(String[]::new))
          .query(row -> {
            found.put(row.getString("reference"), row.getObject("id", UUID.class));
          });
    }
    return found;
  }

  /** Keeps references of new records. */
  public void insert(Kind kind, String source, UUID importId, Map<String, UUID> records) {
    if (!records.isEmpty()) {
      List<Object[]> rows =
          records.entrySet().stream()
              .map(record -> new Object[] {source, record.getKey(), record.getValue(), importId})
              .toList();
      batches.batchUpdate(kind.insert, rows);
    }
  }
}
