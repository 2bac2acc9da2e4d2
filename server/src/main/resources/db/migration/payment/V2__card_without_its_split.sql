-- Every payment has its split, so the outer join finds the same rows as an inner one; but whoever
-- does not ask for the split, like a sum of amounts, is spared the join.
CREATE OR REPLACE VIEW payment.payment_card AS
SELECT p.id, p.loan_id, p.loan_number, p.borrower_id, p.branch_id, p.officer_id, p.receipt_number,
       p.amount_minor, p.currency, p.paid_on, p.channel, p.reference, p.status, p.recorded_at,
       p.recorded_by, p.recorded_by_name, p.reversal_reason,
       a.principal_minor, a.interest_minor, a.fees_minor, a.penalties_minor, a.excess_minor
  FROM payment.payment p
  LEFT JOIN loan.allocation a ON a.loan_id = p.loan_id AND a.event_id = p.id;
