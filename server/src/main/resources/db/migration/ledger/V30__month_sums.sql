-- What came to each account in each month, kept with the sums of days: a balance is that of the
-- months before and the days of one month, however old the books are.
CREATE TABLE ledger.month_sum (
  account_id   uuid   NOT NULL REFERENCES ledger.account,
  currency     text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  month        date   NOT NULL CHECK (extract(day FROM month) = 1),
  booked_month date   NOT NULL CHECK (extract(day FROM booked_month) = 1 AND booked_month >= month),
  branch_id    uuid   NOT NULL,
  debit_minor  bigint NOT NULL CHECK (debit_minor >= 0),
  credit_minor bigint NOT NULL CHECK (credit_minor >= 0),
  PRIMARY KEY (account_id, currency, month, booked_month, branch_id)
);

REVOKE DELETE, TRUNCATE ON ledger.month_sum FROM loanwright_app;

CREATE FUNCTION ledger.month_of(day date) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT date_trunc('month', day::timestamp)::date $$;

-- An older instance seals nothing meanwhile.
SELECT pg_advisory_xact_lock(5324077001);

INSERT INTO ledger.month_sum
SELECT account_id, currency, ledger.month_of(business_date), ledger.month_of(booked_on), branch_id,
       sum(debit_minor), sum(credit_minor)
  FROM ledger.day_sum
 GROUP BY 1, 2, 3, 4, 5;

-- The days of a month, of all accounts; those of booking have an index already.
CREATE INDEX day_sum_day_idx ON ledger.day_sum (business_date);

-- Entries that wait for their seal are in no sum yet.
CREATE VIEW ledger.waiting_change AS
SELECT l.account_id, l.currency, l.business_date,
       coalesce(e.booked_on, e.business_date) AS booked_on, e.branch_id,
       CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END AS debit_minor,
       CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END AS credit_minor
  FROM audit.waiting w
  JOIN ledger.journal_entry e ON e.id = w.record_id
  JOIN ledger.journal_line l ON l.entry_id = e.id
 WHERE w.kind = 'journal';

CREATE OR REPLACE VIEW ledger.account_change AS
SELECT account_id, currency, business_date, booked_on, branch_id, debit_minor, credit_minor
  FROM ledger.day_sum
 UNION ALL
SELECT account_id, currency, business_date, booked_on, branch_id, debit_minor, credit_minor
  FROM ledger.waiting_change;

-- All that ever came to accounts.
CREATE VIEW ledger.account_total AS
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.month_sum
 UNION ALL
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.waiting_change;

-- What came to accounts up to the end of a value date.
CREATE FUNCTION ledger.change_by_value_date(day date)
RETURNS TABLE (account_id uuid, currency text, branch_id uuid, debit_minor bigint, credit_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.month_sum
 WHERE month < ledger.month_of(day)
 UNION ALL
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.day_sum
 WHERE business_date >= ledger.month_of(day)
   AND business_date <= day
 UNION ALL
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.waiting_change
 WHERE business_date <= day
$$;

-- What came to accounts up to the end of a day of booking.
CREATE FUNCTION ledger.change_by_booking_date(day date)
RETURNS TABLE (account_id uuid, currency text, branch_id uuid, debit_minor bigint, credit_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.month_sum
 WHERE booked_month < ledger.month_of(day)
 UNION ALL
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.day_sum
 WHERE booked_on >= ledger.month_of(day)
   AND booked_on <= day
 UNION ALL
SELECT account_id, currency, branch_id, debit_minor, credit_minor
  FROM ledger.waiting_change
 WHERE booked_on <= day
$$;

-- What came to accounts on each day of some; what came before is of the day before the first.
CREATE FUNCTION ledger.change_of_days(first_day date, last_day date)
RETURNS TABLE (account_id uuid, currency text, branch_id uuid, business_date date,
               debit_minor bigint, credit_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
SELECT account_id, currency, branch_id, first_day - 1, debit_minor, credit_minor
  FROM ledger.change_by_value_date(first_day - 1)
 UNION ALL
SELECT account_id, currency, branch_id, business_date, debit_minor, credit_minor
  FROM ledger.account_change
 WHERE business_date >= first_day
   AND business_date <= last_day
$$;
