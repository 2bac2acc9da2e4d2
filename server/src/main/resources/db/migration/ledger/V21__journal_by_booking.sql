-- The journal in the order of the days on which entries are booked.
CREATE INDEX journal_entry_booked_idx
    ON ledger.journal_entry ((coalesce(booked_on, business_date)), number);

-- Published: the journal line by line, with the day on which it is booked and whether a line is money.
CREATE OR REPLACE VIEW ledger.posting AS
SELECT e.id AS entry_id, e.number, e.business_date, e.branch_id, e.description, e.source_type,
       c.number AS corrects_number, e.recorded_at, l.line, a.code AS account_code,
       a.name AS account_name, l.currency,
       CASE WHEN l.side = 'D' THEN l.amount_minor END AS debit_minor,
       CASE WHEN l.side = 'C' THEN l.amount_minor END AS credit_minor,
       l.loan_id, e.booked_on, a.cash_flow
  FROM ledger.journal_entry e
  JOIN ledger.journal_line l ON l.entry_id = e.id
  JOIN ledger.account a ON a.id = l.account_id
  LEFT JOIN ledger.journal_entry c ON c.id = e.corrects;
