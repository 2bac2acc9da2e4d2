package io.loanwright.integration.store;

import io.loanwright.integration.Part;
import io.loanwright.integration.Rejection;
import io.loanwright.integration.row.RowNumbers;
import io.loanwright.integration.row.RowProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code integration.rejection}. */
@Repository
public class RejectionStore {

  private static final String INSERT =
      """
      INSERT INTO integration.rejection (import_id, part, row, problems, record,
                                         borrower_reference, loan_reference)
      VALUES (?, ?, ?, ?::jsonb, ?, ?, ?)
      """;

  private static final String PAGE =
      """
      SELECT part, row, problems, record
        FROM integration.rejection
       WHERE import_id = :importId
         AND (:part::text IS NULL OR (part, row) > (:part::text, :row::bigint))
       ORDER BY part, row
       LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final JsonMapper json;

  RejectionStore(JdbcClient jdbc, JdbcOperations batches, JsonMapper json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
  }

  /**
   * A row that was refused.
   *
   * @param numbers by which it is found when somebody is erased
   */
  public record Numbered(Rejection rejection, RowNumbers numbers) {}

  /** Adds rows that were refused. */
  public void insert(UUID importId, List<Numbered> rejections) {
    if (!rejections.isEmpty()) {
      batches.batchUpdate(INSERT, rejections.stream().map(row -> values(importId, row)).toList());
    }
  }

  private @Nullable Object[] values(UUID importId, Numbered row) {
    Rejection rejection = row.rejection();
    return new @Nullable Object[] {
      importId,
      rejection.part().name(),
      rejection.row(),
      json.writeValueAsString(rejection.problems()),
      rejection.record().stream().map(value -> value.replace("\0", "")).toArray(String[]::new),
      row.numbers().borrower(),
      row.numbers().loan()
    };
  }

  /**
   * Returns rows that were refused, in their order.
   *
   * @param part the part of the last row of the page before; null for the first page
   * @param row the number of that row
   */
  public List<Rejection> page(UUID importId, @Nullable Part part, long row, int limit) {
    return jdbc.sql(PAGE)
        .param("importId", importId)
        .param("part", part == null ? null : part.name())
        .param("row", row)
        .param("limit", limit)
        .query((found, _) ->
            new Rejection(
                Part.valueOf(found.getString("part")),
                found.getLong("row"),
                List.of(json.readValue(found.getString("problems"), RowProblem[].class)),
                ImportStore.texts(found.getArray("record"))))
        .list();
  }
}
