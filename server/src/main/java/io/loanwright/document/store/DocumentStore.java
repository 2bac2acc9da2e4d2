package io.loanwright.document.store;

import io.loanwright.document.Document;
import io.loanwright.document.Document.Decision;
import io.loanwright.document.Document.Particulars;
import io.loanwright.document.Document.Signature;
import io.loanwright.document.Document.StoredFile;
import io.loanwright.document.DocumentKind;
import io.loanwright.document.DocumentStatus;
import io.loanwright.document.FileType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code document.document}. */
@Repository
public class DocumentStore {

  private static final String COLUMNS =
      """
      id, owner_id, name, content_type, size_bytes, sha256, uploaded_at, uploaded_by,
             uploaded_by_name, kind, number, expires_on, replaces, corrected_at, corrected_by,
             corrected_by_name, status, decided_at, decided_by, decided_by_name, refusal\
      """;

  private static final String ONE =
      """
      SELECT %s
        FROM document.document
       WHERE id = :id
      """
          .formatted(COLUMNS);

  private static final String LOCKED = ONE + " FOR UPDATE";

  private static final String SOME =
      """
      SELECT %s
        FROM document.document
       WHERE id = ANY (:ids)
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

  /** Those that were refused take no place of others, until there are four hundred of them. */
  private static final String COUNT =
      """
      SELECT greatest(count(*) FILTER (WHERE status <> 'REFUSED'), count(*) - 400)
        FROM document.document
       WHERE owner_id = :owner
      """;

  /** Adds no row where the owner has the same file already. */
  private static final String INSERT =
      """
      INSERT INTO document.document
             (id, owner_id, name, content_type, size_bytes, sha256, uploaded_at, uploaded_by,
              uploaded_by_name, kind, number, expires_on, replaces)
      VALUES (:id, :owner, :name, :contentType, :size, :sha256, :at, :by, :byName, :kind, :number,
              :expiresOn, :replaces)
      ON CONFLICT DO NOTHING
      """;

  private static final String CORRECT =
      """
      UPDATE document.document
         SET kind = :kind, number = :number, expires_on = :expiresOn, corrected_at = :at,
             corrected_by = :by, corrected_by_name = :byName
       WHERE id = :id
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String DECIDE =
      """
      UPDATE document.document
         SET status = :status, decided_at = :at, decided_by = :by, decided_by_name = :byName,
             refusal = :refusal
       WHERE id = :id
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String REPLACED =
      """
      UPDATE document.document
         SET status = 'REPLACED'
       WHERE id = :id
      RETURNING %s
      """
          .formatted(COLUMNS);

  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a document. */
  public Optional<Document> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query(DocumentStore::document).optional();
  }

  /** Returns a document that nobody else changes until the end of the transaction. */
  public Optional<Document> lock(UUID id) {
    return jdbc.sql(LOCKED).param("id", id).query(DocumentStore::document).optional();
  }

  /** Returns documents by their ids. */
  public Map<UUID, Document> find(Collection<UUID> ids) {
    return jdbc
        .sql(SOME)
        .param("ids", ids.toArray(UUID[]::new))
        .query(DocumentStore::document)
        .list()
        .stream()
        .collect(Collectors.toMap(Document::id, Function.identity()));
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

  /** Returns how many documents an owner has that count against the most that he may have. */
  public long count(UUID ownerId) {
    return jdbc.sql(COUNT).param("owner", ownerId).query(Long.class).single();
  }

  /** Adds a document that waits; returns false if the owner has the same file already. */
  public boolean insert(Document document) {
    Particulars particulars = document.particulars();
    StoredFile file = document.file();
    Signature uploaded = document.uploaded();
    return jdbc.sql(INSERT)
            .param("id", document.id())
            .param("owner", document.ownerId())
            .param("name", file.name())
            .param("contentType", file.type().contentType())
            .param("size", file.size())
            .param("sha256", file.sha256())
            .param("at", uploaded.at().atOffset(ZoneOffset.UTC))
            .param("by", uploaded.userId())
            .param("byName", uploaded.name())
            .param("kind", particulars.kind().name())
            .param("number", particulars.number())
            .param("expiresOn", particulars.expiresOn())
            .param("replaces", document.replaces())
            .update()
        == 1;
  }

  /** Changes what a document is said to be. */
  public Document correct(UUID id, Particulars particulars, Signature by) {
    return jdbc.sql(CORRECT)
        .param("id", id)
        .param("kind", particulars.kind().name())
        .param("number", particulars.number())
        .param("expiresOn", particulars.expiresOn())
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("by", by.userId())
        .param("byName", by.name())
        .query(DocumentStore::document)
        .single();
  }

  /** Says what somebody found of a document. */
  public Document decide(UUID id, DocumentStatus status, Decision decision) {
    return jdbc.sql(DECIDE)
        .param("id", id)
        .param("status", status.name())
        .param("at", decision.by().at().atOffset(ZoneOffset.UTC))
        .param("by", decision.by().userId())
        .param("byName", decision.by().name())
        .param("refusal", decision.refusal())
        .query(DocumentStore::document)
        .single();
  }

  /** Says that another document took the place of this one. */
  public Document replaced(UUID id) {
    return jdbc.sql(REPLACED).param("id", id).query(DocumentStore::document).single();
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    @Nullable Signature decided = signature(row, "decided");
    return new Document(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        new Particulars(
            DocumentKind.valueOf(row.getString("kind")),
            row.getString("number"),
            row.getObject("expires_on", LocalDate.class)),
        new StoredFile(
            row.getString("name"),
            FileType.of(row.getString("content_type")).orElseThrow(),
            row.getLong("size_bytes"),
            row.getString("sha256")),
        new Signature(
            row.getObject("uploaded_by", UUID.class),
            row.getString("uploaded_by_name"),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant()),
        signature(row, "corrected"),
        DocumentStatus.valueOf(row.getString("status")),
        decided == null ? null : new Decision(decided, row.getString("refusal")),
        row.getObject("replaces", UUID.class));
  }

  private static @Nullable Signature signature(ResultSet row, String what) throws SQLException {
    OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Signature(
            row.getObject(what + "_by", UUID.class),
            row.getString(what + "_by_name"),
            at.toInstant());
  }
}
