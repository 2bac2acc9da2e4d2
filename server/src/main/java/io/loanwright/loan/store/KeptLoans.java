package io.loanwright.loan.store;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of a borrower's loans, as the borrower may have it. */
@Repository
public class KeptLoans {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(to_jsonb(l) - 'terms_id'
                                || jsonb_build_object(
                                     'terms', (SELECT t.terms
                                                 FROM loan.terms t
                                                WHERE t.id = l.terms_id),
                                     'events', (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.id), '[]')
                                                  FROM loan.event e
                                                 WHERE e.loan_id = l.id),
                                     'installments', (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i.number), '[]')
                                                        FROM loan.installment i
                                                       WHERE i.loan_id = l.id),
                                     'flags', (SELECT coalesce(jsonb_agg(to_jsonb(g) ORDER BY g.id), '[]')
                                                 FROM loan.flag g
                                                WHERE g.loan_id = l.id),
                                     'approvals', (SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY a.step), '[]')
                                                     FROM loan.approval a
                                                    WHERE a.loan_id = l.id),
                                     'requests', (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.id), '[]')
                                                    FROM loan.request r
                                                   WHERE r.loan_id = l.id))
                                ORDER BY l.id), '[]')::text
        FROM loan.loan l
       WHERE l.borrower_id = :borrower
      """;

  private static final String OPEN =
      """
      SELECT EXISTS (SELECT 1
                       FROM loan.loan
                      WHERE borrower_id = :borrower
                        AND status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED'))
      """;

  /** The day on which the last loan ended, or was applied for where that is not known. */
  private static final String LAST_DAY =
      """
      SELECT max(greatest(applied_on, approved_on, disbursed_on, closed_on))
        FROM loan.loan
       WHERE borrower_id = :borrower
      """;

  private static final String IDS = "SELECT id FROM loan.loan WHERE borrower_id = :borrower";

  private static final String FORGET_WORDS =
      "SELECT loan.forget_words(:borrower, CAST(:person AS uuid))";

  private final JdbcClient jdbc;

  KeptLoans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns a borrower's loans with events, installments, flags, approvals and requests, as JSON.
   */
  public String of(UUID borrowerId) {
    return jdbc.sql(ALL).param("borrower", borrowerId).query(String.class).single();
  }

  /** Returns whether a loan of a borrower is not at its end. */
  public boolean isAnyOpen(UUID borrowerId) {
    return jdbc.sql(OPEN).param("borrower", borrowerId).query(Boolean.class).single();
  }

  /** Returns the last day of a borrower's loans; nothing without one. */
  public Optional<LocalDate> lastDay(UUID borrowerId) {
    return jdbc.sql(LAST_DAY)
        .param("borrower", borrowerId)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  /** Returns the ids of all loans of a borrower. */
  public List<UUID> ids(UUID borrowerId) {
    return jdbc.sql(IDS)
        .param("borrower", borrowerId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /**
   * Blanks what was typed about a borrower, in purposes, notes, reasons and references, and his
   * name where he did something himself; no loan of his is open.
   *
   * @param person the borrower's id as a user; null without one
   */
  public void forgetWords(UUID borrowerId, @Nullable UUID person) {
    jdbc.sql(FORGET_WORDS)
        .param("borrower", borrowerId)
        .param("person", person, Types.OTHER)
        .query(row -> {});
  }
}
