-- How old what is unpaid is moves into rows of its own, without officers and of active loans only:
-- the figures of the dashboard stay as few as there are branches, officers and states.
CREATE TABLE loan.ageing_change (
  id                bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  branch_id         uuid    NOT NULL,
  currency          text    NOT NULL,
  -- Since when the oldest installment is unpaid, due or not; null where none is. What is so many
  -- days past due is a range of it, on whichever day one asks.
  unpaid_since      date,
  loans             bigint  NOT NULL,
  -- Of the principal.
  outstanding_minor numeric NOT NULL
);

INSERT INTO loan.ageing_change (branch_id, currency, unpaid_since, loans, outstanding_minor)
SELECT branch_id, currency, oldest_unpaid_due_on, count(*), sum(principal_outstanding_minor)
  FROM loan.loan
 WHERE status = 'ACTIVE'
 GROUP BY branch_id, currency, oldest_unpaid_due_on;

-- Rows are added and put together, never edited.
REVOKE UPDATE ON loan.ageing_change FROM loanwright_app;

-- Published: rows whose sums are the figures; one alone means nothing.
CREATE VIEW loan.ageing_figure AS
SELECT branch_id, currency, unpaid_since, loans, outstanding_minor
  FROM loan.ageing_change;

REVOKE INSERT, UPDATE, DELETE ON loan.ageing_figure FROM loanwright_app;

DROP VIEW loan.portfolio_figure;

DELETE FROM loan.portfolio_change;

ALTER TABLE loan.portfolio_change DROP COLUMN unpaid_since;

INSERT INTO loan.portfolio_change
       (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
SELECT branch_id, officer_id, currency, status, count(*), sum(coalesce(disbursed_minor, 0)),
       sum(principal_outstanding_minor)
  FROM loan.loan
 GROUP BY branch_id, officer_id, currency, status;

CREATE VIEW loan.portfolio_figure AS
SELECT branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor
  FROM loan.portfolio_change;

REVOKE INSERT, UPDATE, DELETE ON loan.portfolio_figure FROM loanwright_app;
