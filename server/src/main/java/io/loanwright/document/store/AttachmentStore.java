package io.loanwright.document.store;

import io.loanwright.document.Attachment;
import io.loanwright.document.Document.Signature;
import io.loanwright.document.Document.StoredFile;
import io.loanwright.document.FileType;
import io.loanwright.document.vault.Vault.Lying;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code document.attachment}. */
@Repository
public class AttachmentStore {

  /** The oldest first; served by {@code attachment_owner_idx}. */
  private static final String BY_OWNERS =
      """
      SELECT id, owner_id, name, content_type, size_bytes, sha256, added_at, added_by,
             added_by_name, fixed_at
        FROM document.attachment
       WHERE owner_id = ANY (:owners)
       ORDER BY owner_id, id
      """;

  private static final String INSERT =
      """
      INSERT INTO document.attachment
             (id, owner_id, name, content_type, size_bytes, sha256, added_at, added_by,
              added_by_name)
      VALUES (:id, :owner, :name, :contentType, :size, :sha256, :at, :by, :byName)
      """;

  private final JdbcClient jdbc;

  AttachmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the files of an owner, the oldest first; there are few. */
  public List<Attachment> of(UUID ownerId) {
    return of(Set.of(ownerId)).getOrDefault(ownerId, List.of());
  }

  /** Returns a file of an owner. */
  public Optional<Attachment> find(UUID ownerId, UUID id) {
    return of(ownerId).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Returns the files of some owners, the oldest of each first; who has none is left out. */
  public Map<UUID, List<Attachment>> of(Collection<UUID> ownerIds) {
    return jdbc
        .sql(BY_OWNERS)
        .param("owners", ownerIds.toArray(UUID[]::new))
        .query(AttachmentStore::attachment)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Attachment::ownerId));
  }

  /** Adds a file whose content is kept. */
  public void insert(Attachment attachment) {
    StoredFile file = attachment.file();
    Signature added = attachment.added();
    jdbc.sql(INSERT)
        .param("id", attachment.id())
        .param("owner", attachment.ownerId())
        .param("name", file.name())
        .param("contentType", file.type().contentType())
        .param("size", file.size())
        .param("sha256", file.sha256())
        .param("at", added.at().atOffset(ZoneOffset.UTC))
        .param("by", added.userId())
        .param("byName", added.name())
        .update();
  }

  /** Fixes the files of an owner; returns those that were not before. */
  public List<UUID> fix(UUID ownerId) {
    return jdbc.sql("SELECT id FROM document.fix(:owner) AS id")
        .param("owner", ownerId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Deletes a file that is not fixed; returns where its content lies if nobody else has it. */
  public List<Lying> detach(UUID id) {
    return jdbc.sql("SELECT store, place FROM document.detach(:id)")
        .param("id", id)
        .query((row, _) -> new Lying(row.getString("store"), row.getString("place")))
        .list();
  }

  /** Deletes a content that nobody has; returns where it lies. */
  public List<Lying> forget(String sha256) {
    return jdbc.sql("SELECT store, place FROM document.forget(:sha256)")
        .param("sha256", sha256)
        .query((row, _) -> new Lying(row.getString("store"), row.getString("place")))
        .list();
  }

  private static Attachment attachment(ResultSet row, int number) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        new StoredFile(
            row.getString("name"),
            FileType.of(row.getString("content_type")).orElseThrow(),
            row.getLong("size_bytes"),
            row.getString("sha256")),
        new Signature(
            row.getObject("added_by", UUID.class),
            row.getString("added_by_name"),
            row.getObject("added_at", OffsetDateTime.class).toInstant()),
        row.getObject("fixed_at") != null);
  }
}
