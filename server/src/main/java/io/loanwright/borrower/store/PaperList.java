package io.loanwright.borrower.store;

import io.loanwright.access.Reach;
import io.loanwright.document.DocumentStatus;
import io.loanwright.document.spi.DocumentOwners.DocumentOwner;
import io.loanwright.document.spi.DocumentOwners.ExpiringAfter;
import io.loanwright.document.spi.DocumentOwners.OwnedDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of the papers of all borrowers, by key. */
@Repository
public class PaperList {

  private static final String PAGE =
      """
      SELECT d.id AS document_id, b.id AS owner_id, b.name
        FROM document.document_card d
        JOIN borrower.borrower b ON b.id = d.owner_id
       WHERE %s
         AND %s
       ORDER BY %s
       LIMIT :limit
      """;

  private final JdbcClient jdbc;

  PaperList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a page of the papers in reach, newest first. */
  public List<OwnedDocument> page(
      Reach reach, @Nullable DocumentStatus status, @Nullable UUID after, int limit) {
    Map<String, Object> params = new HashMap<>();
    StringBuilder condition = new StringBuilder("TRUE");
    if (status != null) {
      condition.append(" AND d.status = :status");
      params.put("status", status.name());
    }
    if (after != null) {
      condition.append(" AND d.id < :after");
      params.put("after", after);
    }
    return rows(reach, condition.toString(), "d.id DESC", params, limit);
  }

  /**
   * Returns a page of the papers in reach that hold until a day at most, the first of them first.
   */
  public List<OwnedDocument> expiring(
      Reach reach, LocalDate until, @Nullable ExpiringAfter after, int limit) {
    Map<String, Object> params = new HashMap<>();
    StringBuilder condition =
        new StringBuilder("d.status IN ('WAITING', 'VERIFIED') AND d.expires_on <= :until");
    params.put("until", until);
    if (after != null) {
      condition.append(" AND (d.expires_on, d.id) > (:afterDay, :after)");
      params.put("afterDay", after.expiresOn());
      params.put("after", after.documentId());
    }
    return rows(reach, condition.toString(), "d.expires_on, d.id", params, limit);
  }

  private List<OwnedDocument> rows(
      Reach reach, String condition, String order, Map<String, Object> params, int limit) {
    return jdbc.sql(PAGE.formatted(reach.predicate("b", "id"), condition, order))
        .params(reach.params())
        .params(params)
        .param("limit", limit)
        .query(PaperList::row)
        .list();
  }

  private static OwnedDocument row(ResultSet row, int number) throws SQLException {
    return new OwnedDocument(
        row.getObject("document_id", UUID.class),
        new DocumentOwner(row.getObject("owner_id", UUID.class), row.getString("name")));
  }
}
