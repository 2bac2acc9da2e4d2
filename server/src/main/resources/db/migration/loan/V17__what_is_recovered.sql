-- Published: what came in for loans that were written off, event by event. It pays no installment,
-- so that no figure of the loan has it.
CREATE VIEW loan.recovery AS
SELECT e.loan_id, e.id AS event_id, l.borrower_id, l.currency,
       s.principal_minor + s.interest_minor + s.fees_minor + s.penalties_minor AS recovered_minor
  FROM loan.loan l
  JOIN loan.event w ON w.loan_id = l.id AND w.kind = 'WRITE_OFF'
  JOIN loan.event e ON e.loan_id = l.id
                   AND e.kind = 'REPAYMENT'
                   AND (e.value_date, e.sequence) > (w.value_date, w.sequence)
  JOIN loan.event_split s ON s.loan_id = e.loan_id AND s.event_id = e.id
 WHERE (l.status = 'WRITTEN_OFF' OR l.closed_reason = 'RECOVERED')
   AND NOT EXISTS (SELECT 1
                     FROM loan.event r
                    WHERE r.loan_id = w.loan_id
                      AND r.reverses = w.id);

REVOKE INSERT, UPDATE, DELETE ON loan.recovery FROM loanwright_app;
