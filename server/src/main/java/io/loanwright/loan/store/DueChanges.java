package io.loanwright.loan.store;

/**
 * What a statement that changes installments adds beside them: to what falls due on each day, from
 * which it takes what the installments were and to which it adds what they are. Their loans are
 * locked, so what they were is what the statement sees.
 */
final class DueChanges {

  private static final String PART =
      """
      due AS (
        INSERT INTO loan.due_change
               (due_on, currency, branch_id, officer_id, due_minor, unpaid_minor, unpaid)
        SELECT d.due_on, l.currency, l.branch_id, l.officer_id, sum(d.due), sum(d.unpaid),
               count(*) FILTER (WHERE d.unpaid > 0) - count(*) FILTER (WHERE d.unpaid < 0)
          FROM (SELECT n.loan_id, n.due_on, n.principal + n.interest + n.fees + n.penalties AS due,
                       n.principal + n.interest + n.fees + n.penalties - n.paid_principal
                         - n.paid_interest - n.paid_fees - n.paid_penalties AS unpaid
                  FROM ($ROWS) n
                 UNION ALL
                SELECT i.loan_id, i.due_on,
                       -(i.principal_minor + i.interest_minor + i.fees_minor + i.penalties_minor),
                       -i.unpaid_minor
                  FROM loan.installment i
                 WHERE $OLD) d
          JOIN loan.loan l ON l.id = d.loan_id
         WHERE $LOANS
           AND l.status <> 'WRITTEN_OFF'
         GROUP BY d.due_on, l.currency, l.branch_id, l.officer_id
        HAVING (sum(d.due), sum(d.unpaid)) <> (0, 0)
               OR count(*) FILTER (WHERE d.unpaid > 0) <> count(*) FILTER (WHERE d.unpaid < 0))\
      """;

  private DueChanges() {}

  /**
   * Returns the part of a statement.
   *
   * @param rows a query of the new installments with the ids of their loans
   * @param which the condition of the loans' ids, from its operator on
   */
  static String of(String rows, String which) {
    return PART.replace("$ROWS", rows)
        .replace("$OLD", "i.loan_id " + which)
        .replace("$LOANS", "l.id " + which);
  }

  /**
   * Returns the part of a statement that leaves other installments of the same loans as they are.
   *
   * @param rows a query of the new installments with the ids of their loans
   * @param touched a query of the loan and the number of each that is new, other or gone
   */
  static String ofSome(String rows, String touched) {
    return PART.replace("$ROWS", rows)
        .replace("$OLD", "(i.loan_id, i.number) IN (" + touched + ")")
        .replace("$LOANS", "true");
  }
}
