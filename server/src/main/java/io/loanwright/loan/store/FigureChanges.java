package io.loanwright.loan.store;

/**
 * What a statement that changes rows of {@code loan.loan} adds beside them: to the figures of the
 * portfolio, from which it takes what its loans were and to which it adds what they are, to what
 * falls due with whom, to what each owes, and to the list of loans whose class of arrears the next
 * close looks at. The loans are locked, so what they were is what the statement sees.
 */
final class FigureChanges {

  /** What all that follows from; a statement names them in {@code before} and {@code after}. */
  static final String COLUMNS =
      """
      id, branch_id, officer_id, currency, status, oldest_unpaid_due_on, worked_out_on,
                  disbursed_minor, principal_outstanding_minor,
                  principal_outstanding_minor + interest_outstanding_minor + fees_outstanding_minor
                    + penalties_outstanding_minor AS owed_minor\
      """;

  /**
   * The end of a statement that has the parts {@code before} and {@code after}. It counts one row
   * at least if there is a loan in them.
   */
  static final String FOLLOW =
      """
      ,
      change AS (
        SELECT -1 AS sign, b.* FROM before b
         UNION ALL
        SELECT 1, a.* FROM after a),
      moved AS (
        INSERT INTO loan.due_moved (loan_id)
        SELECT a.id
          FROM after a
          JOIN before b ON b.id = a.id
         WHERE a.oldest_unpaid_due_on IS DISTINCT FROM b.oldest_unpaid_due_on
           AND least(a.oldest_unpaid_due_on, b.oldest_unpaid_due_on) <= a.worked_out_on),
      owed AS (
        UPDATE loan.owed o
           SET owed_minor = a.owed_minor
          FROM after a
         WHERE o.loan_id = a.id
           AND o.owed_minor <> a.owed_minor),
      ageing AS (
        INSERT INTO loan.ageing_change
               (branch_id, officer_id, currency, unpaid_since, loans, outstanding_minor)
        SELECT branch_id, officer_id, currency, oldest_unpaid_due_on, sum(sign),
               sum(sign * principal_outstanding_minor)
          FROM change
         WHERE status = 'ACTIVE'
         GROUP BY branch_id, officer_id, currency, oldest_unpaid_due_on
        HAVING (sum(sign), sum(sign * principal_outstanding_minor)) <> (0, 0)),
      handed AS (
        SELECT a.id
          FROM after a
          JOIN before b ON b.id = a.id
         WHERE (a.branch_id, a.officer_id, a.status = 'WRITTEN_OFF')
               IS DISTINCT FROM (b.branch_id, b.officer_id, b.status = 'WRITTEN_OFF')),
      due AS (
        INSERT INTO loan.due_change
               (due_on, currency, branch_id, officer_id, due_minor, unpaid_minor, unpaid)
        SELECT i.due_on, c.currency, c.branch_id, c.officer_id,
               sum(c.sign * (i.principal_minor + i.interest_minor + i.fees_minor
                             + i.penalties_minor)),
               sum(c.sign * i.unpaid_minor),
               coalesce(sum(c.sign) FILTER (WHERE i.unpaid_minor > 0), 0)
          FROM handed h
          JOIN change c ON c.id = h.id AND c.status <> 'WRITTEN_OFF'
          JOIN loan.installment i ON i.loan_id = c.id
         GROUP BY i.due_on, c.currency, c.branch_id, c.officer_id)
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
      SELECT branch_id, officer_id, currency, status, sum(sign),
             sum(sign * coalesce(disbursed_minor, 0)), sum(sign * principal_outstanding_minor)
        FROM change
       GROUP BY branch_id, officer_id, currency, status
      """;

  /** Behind {@link #FOLLOW}: adds nothing where nothing moved, and may count no row then. */
  static final String WHERE_IT_MOVED =
      """
      HAVING (sum(sign), sum(sign * coalesce(disbursed_minor, 0)),
              sum(sign * principal_outstanding_minor)) <> (0, 0, 0)
      """;

  private FigureChanges() {}
}
