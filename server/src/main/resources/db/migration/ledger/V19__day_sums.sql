-- What came to each account on each day: entries are added when they are sealed, one seal after the
-- other, so who posts waits for nobody. Entries that wait for their seal are read line by line.
CREATE TABLE ledger.day_sum (
  account_id    uuid   NOT NULL REFERENCES ledger.account,
  currency      text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  business_date date   NOT NULL,
  booked_on     date   NOT NULL CHECK (booked_on >= business_date),
  branch_id     uuid   NOT NULL,
  debit_minor   bigint NOT NULL CHECK (debit_minor >= 0),
  credit_minor  bigint NOT NULL CHECK (credit_minor >= 0),
  PRIMARY KEY (account_id, currency, business_date, booked_on, branch_id)
);

REVOKE DELETE, TRUNCATE ON ledger.day_sum FROM loanwright_app;

-- An older instance seals nothing meanwhile.
SELECT pg_advisory_xact_lock(5324077001);

INSERT INTO ledger.day_sum
SELECT l.account_id, l.currency, e.business_date, coalesce(e.booked_on, e.business_date), e.branch_id,
       coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'D'), 0),
       coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'C'), 0)
  FROM ledger.journal_entry e
  JOIN ledger.journal_line l ON l.entry_id = e.id
 WHERE NOT EXISTS (SELECT 1
                     FROM audit.waiting w
                    WHERE w.kind = 'journal'
                      AND w.record_id = e.id)
 GROUP BY 1, 2, 3, 4, 5;

-- All that came to accounts, by both days: balances are sums of it.
CREATE VIEW ledger.account_change AS
SELECT account_id, currency, business_date, booked_on, branch_id, debit_minor, credit_minor
  FROM ledger.day_sum
 UNION ALL
SELECT l.account_id, l.currency, l.business_date, coalesce(e.booked_on, e.business_date), e.branch_id,
       CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END,
       CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END
  FROM audit.waiting w
  JOIN ledger.journal_entry e ON e.id = w.record_id
  JOIN ledger.journal_line l ON l.entry_id = e.id
 WHERE w.kind = 'journal';

DROP VIEW ledger.booked_line;
