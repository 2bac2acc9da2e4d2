-- The first day on which a loan is another though nothing happens to it; the close of day works it
-- out then. Null: it changes by events only, as most do.
ALTER TABLE loan.loan ADD COLUMN next_change_on date;

-- The only ones so far: interest follows payments, and late principal bears it. They are worked out
-- once more by the next close, which then knows when they change.
UPDATE loan.loan
   SET next_change_on = worked_out_on + 1
 WHERE status = 'ACTIVE'
   AND worked_out_on IS NOT NULL
   AND terms -> 'recalculation' ->> 'recalculation' = 'FOLLOWS_PAYMENTS'
   AND terms -> 'recalculation' ->> 'overdue' = 'CHARGED';

CREATE INDEX loan_next_change_idx ON loan.loan (next_change_on, id)
  WHERE next_change_on IS NOT NULL;

-- Since when the oldest installment is unpaid, due or not: so what is so many days past due is a
-- range of these rows, on whichever day one asks.
ALTER TABLE loan.portfolio_change ADD COLUMN unpaid_since date;

DELETE FROM loan.portfolio_change;

INSERT INTO loan.portfolio_change
       (branch_id, officer_id, currency, status, unpaid_since, loans, disbursed_minor,
        outstanding_minor)
SELECT branch_id, officer_id, currency, status, oldest_unpaid_due_on, count(*),
       sum(coalesce(disbursed_minor, 0)), sum(principal_outstanding_minor)
  FROM loan.loan
 GROUP BY branch_id, officer_id, currency, status, oldest_unpaid_due_on;

CREATE OR REPLACE VIEW loan.portfolio_figure AS
SELECT branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor,
       unpaid_since
  FROM loan.portfolio_change;
