-- Published: lines with what made their entry, for who proves what he posted; debits are positive.
CREATE VIEW ledger.sourced_line AS
SELECT a.code AS account, e.branch_id, e.source_type, e.source_id, l.loan_id, l.currency, l.business_date,
       CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END AS minor
  FROM ledger.journal_line l
  JOIN ledger.account a ON a.id = l.account_id
  JOIN ledger.journal_entry e ON e.id = l.entry_id;

REVOKE INSERT, UPDATE, DELETE ON ledger.sourced_line FROM loanwright_app;
