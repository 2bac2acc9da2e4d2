package io.loanwright.document.store;

import io.loanwright.document.Document;
import io.loanwright.document.FileType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code document.document}. */
@Repository
public class DocumentStore {

  private static final String COLUMNS =
      """
      id, owner_id, name, content_type, size_bytes, sha256, uploaded_at, uploaded_by,
             uploaded_by_name\
      """;

  private static final String ONE =
      """
      SELECT %s
        FROM document.document
       WHERE id = :id
      """
          .formatted(COLUMNS);

  private static final String BY_CONTENT =
      """
      SELECT %s
        FROM document.document
       WHERE owner_id = :owner
         AND sha256 = :sha256
      """
          .formatted(COLUMNS);

  private static final String BY_OWNER =
      """
      SELECT %s
        FROM document.document
       WHERE owner_id = :owner
       ORDER BY id DESC
      """
          .formatted(COLUMNS);

  private static final String COUNT =
      "SELECT count(*) FROM document.document WHERE owner_id = :owner";

  /** Adds no row where the owner has the same file already. */
  private static final String INSERT =
      """
      INSERT INTO document.document
             (id, owner_id, name, content_type, size_bytes, sha256, uploaded_at, uploaded_by,
              uploaded_by_name)
      VALUES (:id, :owner, :name, :contentType, :size, :sha256, :at, :by, :byName)
      ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a document. */
  public Optional<Document> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query(DocumentStore::document).optional();
  }

  /** Returns the document of an owner with a content. */
  public Optional<Document> find(UUID ownerId, String sha256) {
    return jdbc.sql(BY_CONTENT)
        .param("owner", ownerId)
        .param("sha256", sha256)
        .query(DocumentStore::document)
        .optional();
  }

  /** Returns the documents of an owner, newest first. */
  public List<Document> of(UUID ownerId) {
    return jdbc.sql(BY_OWNER).param("owner", ownerId).query(DocumentStore::document).list();
  }

  /** Returns how many documents an owner has. */
  public long count(UUID ownerId) {
    return jdbc.sql(COUNT).param("owner", ownerId).query(Long.class).single();
  }

  /** Adds a document; returns whether it was added, since the owner may have the same file. */
  public boolean insert(Document document) {
    return jdbc.sql(INSERT)
            .param("id", document.id())
            .param("owner", document.ownerId())
            .param("name", document.name())
            .param("contentType", document.type().contentType())
            .param("size", document.size())
            .param("sha256", document.sha256())
            .param("at", document.uploadedAt().atOffset(ZoneOffset.UTC))
            .param("by", document.uploadedBy())
            .param("byName", document.uploadedByName())
            .update()
        == 1;
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("name"),
        FileType.of(row.getString("content_type")).orElseThrow(),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        row.getObject("uploaded_by", UUID.class),
        row.getString("uploaded_by_name"));
  }
}
