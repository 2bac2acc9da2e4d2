-- What a small lender spends money on; categories of expenses name these accounts. A lender that has a
-- code already keeps its account.
INSERT INTO ledger.account (code, name, type, header) VALUES
  ('5210', 'Salaries', 'EXPENSE', false),
  ('5220', 'Rent', 'EXPENSE', false),
  ('5230', 'Office and supplies', 'EXPENSE', false),
  ('5240', 'Travel and transport', 'EXPENSE', false),
  ('5250', 'Telephone and internet', 'EXPENSE', false),
  ('5260', 'Bank charges', 'EXPENSE', false)
ON CONFLICT (code) DO NOTHING;

-- Published: what the lender's wallets are called and which accounts they are.
CREATE VIEW ledger.lender_wallet_card AS
SELECT w.id, w.name, a.code
  FROM ledger.lender_wallet w
  JOIN ledger.account a ON a.id = w.account_id;

-- Published: the lines that come from expenses.
CREATE VIEW ledger.expense_posting AS
SELECT e.source_id, e.id AS entry_id, c.number AS corrects_number, e.business_date,
       a.code AS account_code, l.currency,
       CASE WHEN l.side = 'D' THEN l.amount_minor END AS debit_minor,
       CASE WHEN l.side = 'C' THEN l.amount_minor END AS credit_minor
  FROM ledger.journal_entry e
  JOIN ledger.journal_line l ON l.entry_id = e.id
  JOIN ledger.account a ON a.id = l.account_id
  LEFT JOIN ledger.journal_entry c ON c.id = e.corrects
 WHERE e.source_type = 'expense';

REVOKE INSERT, UPDATE, DELETE ON ledger.lender_wallet_card, ledger.expense_posting FROM loanwright_app;
