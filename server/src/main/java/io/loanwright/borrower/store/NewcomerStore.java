package io.loanwright.borrower.store;

import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerIntake.Newcomer;
import io.loanwright.together.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds rows to {@code borrower.borrower} by the thousand. */
@Repository
public class NewcomerStore {

  /** As {@link BorrowerStore} adds one; numbers follow the order in which they are given. */
  private static final String INSERT_ALL =
      """
      WITH b AS (
        INSERT INTO borrower.borrower
               (id, number, kind, name, phone, email, date_of_birth, address, branch_id, officer_id,
                status)
        SELECT w.id, 'BR-' || lpad(n, greatest(6, length(n)), '0'), w.kind, w.name, w.phone, w.email,
               w.date_of_birth, w.address, w.branch_id, w.officer_id, 'ACTIVE'
          FROM (SELECT u.*,
                       nextval(coalesce(nullif(current_setting('loanwright.numbers', true), ''),
                                        'borrower.borrower_number')::regclass)::text AS n
                  FROM unnest(:ids::uuid[], :kinds::text[], :names::text[], :phones::text[],
                              :emails::text[], :datesOfBirth::date[], :addresses::text[],
                              :branchIds::uuid[], :officerIds::uuid[])
                         AS u (id, kind, name, phone, email, date_of_birth, address, branch_id,
                               officer_id)) w
        RETURNING *),
      counted AS (
        INSERT INTO borrower.count_change (branch_id, officer_id, borrowers)
        SELECT branch_id, officer_id, count(*)
          FROM b
         GROUP BY branch_id, officer_id)
      SELECT %s
        FROM b
      """
          .formatted(BorrowerStore.COLUMNS);

  private static final String EMAILS_TAKEN =
      """
      SELECT w.email
        FROM unnest(:emails::text[]) AS w (email)
       WHERE EXISTS (SELECT 1 FROM borrower.borrower b WHERE lower(b.email) = lower(w.email))
      """;

  private final JdbcClient jdbc;

  NewcomerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds borrowers without an income, who are ACTIVE.
   *
   * @throws org.springframework.dao.DuplicateKeyException if an e-mail address is another's, or of
   *     two of them
   */
  public List<Borrower> insertAll(List<Newcomer> newcomers) {
    Columns<Newcomer> rows = new Columns<>(newcomers);
    return jdbc.sql(INSERT_ALL)
        .param("ids", rows.ids(Newcomer::id))
        .param("kinds", rows.texts(each -> each.particulars().kind()))
        .param("names", rows.texts(each -> each.particulars().name()))
        .param("phones", rows.texts(each -> each.particulars().phone()))
        .param("emails", rows.texts(each -> each.particulars().email()))
        .param("datesOfBirth", rows.texts(each -> each.particulars().dateOfBirth()))
        .param("addresses", rows.texts(each -> each.particulars().address()))
        .param("branchIds", rows.ids(each -> each.place().branchId()))
        .param("officerIds", rows.ids(each -> each.place().officerId()))
        .query(BorrowerStore::borrower)
        .list();
  }

  /** Returns those of some e-mail addresses that somebody has, in whatever case. */
  public Set<String> takenEmails(Collection<String> emails) {
    return Set.copyOf(
        jdbc.sql(EMAILS_TAKEN)
            .param("emails", emails.stream().distinct().toArray(String[]::new))
            .query((row, _) -> row.getString("email"))
            .list());
  }
}
