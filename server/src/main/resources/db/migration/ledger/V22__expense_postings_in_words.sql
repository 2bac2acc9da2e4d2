-- Published: the lines that come from expenses, with the branch and the words of their entry.
CREATE OR REPLACE VIEW ledger.expense_posting AS
SELECT e.source_id, e.id AS entry_id, c.number AS corrects_number, e.business_date,
       a.code AS account_code, l.currency,
       CASE WHEN l.side = 'D' THEN l.amount_minor END AS debit_minor,
       CASE WHEN l.side = 'C' THEN l.amount_minor END AS credit_minor,
       e.branch_id, e.description
  FROM ledger.journal_entry e
  JOIN ledger.journal_line l ON l.entry_id = e.id
  JOIN ledger.account a ON a.id = l.account_id
  LEFT JOIN ledger.journal_entry c ON c.id = e.corrects
 WHERE e.source_type = 'expense';
