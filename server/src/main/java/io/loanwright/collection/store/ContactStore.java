package io.loanwright.collection.store;

import io.loanwright.access.Reach;
import io.loanwright.collection.Contact;
import io.loanwright.loan.Person;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code collection.contact}. */
@Repository
public class ContactStore {

  private static final String INSERT =
      """
      INSERT INTO collection.contact
             (id, loan_id, borrower_id, on_date, channel, result, person, note, recorded_by,
              recorded_by_name, recorded_at)
      VALUES (:id, :loanId, :borrowerId, :on, :channel, :result, :person, :note, :by, :byName, :at)
      """;

  private static final String PAGE =
      """
      SELECT c.id, c.loan_id, l.number, c.on_date, c.channel, c.result, c.person, c.note,
             c.recorded_by_name, c.recorded_at,
             p.id AS promise_id, p.amount_minor, p.currency, p.made_on, p.due_on, p.state,
             p.decided_on, p.paid_minor, p.reason, p.made_by_name
        FROM collection.contact c
        JOIN loan.loan_card l ON l.id = c.loan_id
        LEFT JOIN collection.promise p ON p.contact_id = c.id
       WHERE %s = :of
         AND %s
         AND (:after::uuid IS NULL OR c.id < :after)
       ORDER BY c.id DESC
       LIMIT :limit
      """;

  private final JdbcClient jdbc;

  ContactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a contact; its promise is added by itself. */
  public void insert(Contact contact, UUID borrowerId, Person by) {
    jdbc.sql(INSERT)
        .param("id", contact.id())
        .param("loanId", contact.loanId())
        .param("borrowerId", borrowerId)
        .param("on", contact.on())
        .param("channel", contact.said().channel().name())
        .param("result", contact.said().result().name())
        .param("person", contact.said().person())
        .param("note", contact.said().note())
        .param("by", by.id())
        .param("byName", by.name())
        .param("at", contact.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Returns a page of the contacts about a loan within a reach, the last one first. */
  public Page<Contact> ofLoan(Reach reach, UUID loanId, @Nullable Cursor after, int limit) {
    return page("c.loan_id", reach, loanId, after, limit);
  }

  /** Returns a page of the contacts with a borrower within a reach, the last one first. */
  public Page<Contact> ofBorrower(Reach reach, UUID borrowerId, @Nullable Cursor after, int limit) {
    return page("c.borrower_id", reach, borrowerId, after, limit);
  }

  private Page<Contact> page(
      String column, Reach reach, UUID of, @Nullable Cursor after, int limit) {
    List<Contact> rows =
        jdbc.sql(PAGE.formatted(column, reach.predicate("l", "borrower_id")))
            .params(reach.params())
            .param("of", of)
            .param("after", after == null ? null : after.id(0))
            .param("limit", limit + 1)
            .query((row, _) -> map(row))
            .list();
    return Page.of(rows, limit, contact -> Cursor.of(contact.id()));
  }

  private static Contact map(ResultSet row) throws SQLException {
    boolean hasPromise = row.getObject("promise_id", UUID.class) != null;
    return new Contact(
        row.getObject("id", UUID.class),
        row.getObject("loan_id", UUID.class),
        row.getString("number"),
        row.getObject("on_date", LocalDate.class),
        new Contact.Said(
            Contact.Channel.valueOf(row.getString("channel")),
            Contact.Result.valueOf(row.getString("result")),
            row.getString("person"),
            row.getString("note")),
        hasPromise ? PromiseStore.map(row, "promise_id") : null,
        row.getString("recorded_by_name"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
