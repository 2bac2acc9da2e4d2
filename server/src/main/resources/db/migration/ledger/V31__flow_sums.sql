-- What entries moved beside which other accounts: the statement of cash flows adds up the other sides
-- of entries that move money, whatever the chart calls money when it is asked for. Kept with the sums
-- of days, which are sums of these.
CREATE FUNCTION ledger.pattern_of(accounts uuid[]) RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT md5(array_to_string(accounts, ' '))::uuid $$;

-- The accounts of an entry in one currency, each once, in their order.
CREATE TABLE ledger.flow_pattern (
  id       uuid   PRIMARY KEY,
  accounts uuid[] NOT NULL CHECK (cardinality(accounts) > 0)
);

REVOKE UPDATE, DELETE, TRUNCATE ON ledger.flow_pattern FROM loanwright_app;

CREATE TABLE ledger.flow_sum (
  business_date date    NOT NULL,
  account_id    uuid    NOT NULL REFERENCES ledger.account,
  currency      text    NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  pattern_id    uuid    NOT NULL REFERENCES ledger.flow_pattern,
  booked_on     date    NOT NULL CHECK (booked_on >= business_date),
  branch_id     uuid    NOT NULL,
  corrects      boolean NOT NULL,             -- of entries that take others back
  debit_minor   bigint  NOT NULL CHECK (debit_minor >= 0),
  credit_minor  bigint  NOT NULL CHECK (credit_minor >= 0),
  PRIMARY KEY (business_date, account_id, currency, pattern_id, booked_on, branch_id, corrects)
);

REVOKE DELETE, TRUNCATE ON ledger.flow_sum FROM loanwright_app;

-- An older instance seals nothing meanwhile.
SELECT pg_advisory_xact_lock(5324077001);

WITH pattern AS (
  SELECT entry_id, currency, array_agg(DISTINCT account_id ORDER BY account_id) AS accounts
    FROM ledger.journal_line
   GROUP BY entry_id, currency),
grown AS MATERIALIZED (
  SELECT e.business_date, l.account_id, l.currency, p.accounts,
         coalesce(e.booked_on, e.business_date) AS booked_on, e.branch_id,
         e.corrects IS NOT NULL AS corrects,
         coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'D'), 0) AS debit_minor,
         coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'C'), 0) AS credit_minor
    FROM ledger.journal_entry e
    JOIN ledger.journal_line l ON l.entry_id = e.id
    JOIN pattern p ON p.entry_id = l.entry_id AND p.currency = l.currency
   WHERE NOT EXISTS (SELECT 1
                       FROM audit.waiting w
                      WHERE w.kind = 'journal'
                        AND w.record_id = e.id)
   GROUP BY 1, 2, 3, 4, 5, 6, 7),
kept AS (
  INSERT INTO ledger.flow_pattern (id, accounts)
  SELECT ledger.pattern_of(accounts), accounts
    FROM grown
   GROUP BY accounts)
INSERT INTO ledger.flow_sum
SELECT business_date, account_id, currency, ledger.pattern_of(accounts), booked_on, branch_id,
       corrects, debit_minor, credit_minor
  FROM grown;

-- Entries that wait for their seal are in no sum yet.
CREATE VIEW ledger.waiting_flow AS
SELECT e.business_date, l.account_id, l.currency,
       (SELECT array_agg(DISTINCT o.account_id ORDER BY o.account_id)
          FROM ledger.journal_line o
         WHERE o.entry_id = l.entry_id
           AND o.currency = l.currency) AS accounts,
       coalesce(e.booked_on, e.business_date) AS booked_on, e.branch_id,
       e.corrects IS NOT NULL AS corrects,
       CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END AS debit_minor,
       CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END AS credit_minor
  FROM audit.waiting w
  JOIN ledger.journal_entry e ON e.id = w.record_id
  JOIN ledger.journal_line l ON l.entry_id = e.id
 WHERE w.kind = 'journal';

-- All that entries moved, by the accounts that they moved together.
CREATE VIEW ledger.flow_change AS
SELECT s.business_date, s.account_id, s.currency, p.accounts, s.booked_on, s.branch_id, s.corrects,
       s.debit_minor, s.credit_minor
  FROM ledger.flow_sum s
  JOIN ledger.flow_pattern p ON p.id = s.pattern_id
 UNION ALL
SELECT business_date, account_id, currency, accounts, booked_on, branch_id, corrects, debit_minor,
       credit_minor
  FROM ledger.waiting_flow;
