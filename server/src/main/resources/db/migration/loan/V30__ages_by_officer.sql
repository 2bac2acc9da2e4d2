-- How old what is unpaid is, by officer too: how much of each officer's principal is late when a day is
-- closed is a range of these sums, however many loans are late. It was read of each of them.
DROP VIEW loan.ageing_figure;

-- The rows are made anew out of the loans: of what they were, nobody can say whose they were. Few are
-- written, for each row is a due date of a branch and officer; the loans are read once.
DELETE FROM loan.ageing_change;

ALTER TABLE loan.ageing_change ADD COLUMN officer_id uuid;

INSERT INTO loan.ageing_change
       (branch_id, officer_id, currency, unpaid_since, loans, outstanding_minor)
SELECT branch_id, officer_id, currency, oldest_unpaid_due_on, count(*),
       sum(principal_outstanding_minor)
  FROM loan.loan
 WHERE status = 'ACTIVE'
 GROUP BY branch_id, officer_id, currency, oldest_unpaid_due_on;

-- Published: rows whose sums are the figures; one alone means nothing.
CREATE VIEW loan.ageing_figure AS
SELECT branch_id, officer_id, currency, unpaid_since, loans, outstanding_minor
  FROM loan.ageing_change;

REVOKE INSERT, UPDATE, DELETE ON loan.ageing_figure FROM loanwright_app;

-- One officer's rows are few among those of all.
CREATE INDEX ageing_change_officer_idx ON loan.ageing_change (officer_id, currency)
  INCLUDE (branch_id, unpaid_since, loans, outstanding_minor);
