-- Published: what the journal says of each loan, by account; debits are positive.
CREATE VIEW ledger.loan_movement AS
SELECT l.loan_id, a.code AS account, l.currency,
       sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END)::bigint AS minor
  FROM ledger.journal_line l
  JOIN ledger.account a ON a.id = l.account_id
 WHERE l.loan_id IS NOT NULL
 GROUP BY l.loan_id, a.code, l.currency
HAVING sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END) <> 0;
