-- What falls due on each day and what of it is not paid, as changes that add up, of loans that were
-- paid out and not written off. Each statement that writes installments, or hands a loan over, adds
-- what it changed. A job adds the rows up.
CREATE TABLE loan.due_change (
  id           bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  due_on       date    NOT NULL,
  currency     text    NOT NULL,
  branch_id    uuid    NOT NULL,
  officer_id   uuid,
  -- Principal, interest, fees and penalties.
  due_minor    numeric NOT NULL,
  unpaid_minor numeric NOT NULL
);

-- Rows are added and added up, never edited.
REVOKE UPDATE ON loan.due_change FROM loanwright_app;

-- What the job has added up.
CREATE TABLE loan.due_sum (
  due_on       date    NOT NULL,
  currency     text    NOT NULL,
  branch_id    uuid    NOT NULL,
  officer_id   uuid,
  due_minor    numeric NOT NULL,
  unpaid_minor numeric NOT NULL,
  UNIQUE NULLS NOT DISTINCT (due_on, currency, branch_id, officer_id)
);

-- What an officer has overdue: few days of many.
CREATE INDEX due_sum_unpaid_idx ON loan.due_sum (officer_id, due_on) WHERE unpaid_minor <> 0;

INSERT INTO loan.due_sum
SELECT i.due_on, l.currency, l.branch_id, l.officer_id,
       sum(i.principal_minor + i.interest_minor + i.fees_minor + i.penalties_minor),
       sum(i.unpaid_minor)
  FROM loan.installment i
  JOIN loan.loan l ON l.id = i.loan_id
 WHERE l.status <> 'WRITTEN_OFF'
 GROUP BY i.due_on, l.currency, l.branch_id, l.officer_id;

-- Published: rows whose sums are the figures; one alone means nothing.
CREATE VIEW loan.due_figure AS
SELECT due_on, currency, branch_id, officer_id, due_minor, unpaid_minor
  FROM loan.due_sum
 UNION ALL
SELECT due_on, currency, branch_id, officer_id, due_minor, unpaid_minor
  FROM loan.due_change;

REVOKE INSERT, UPDATE, DELETE ON loan.due_figure FROM loanwright_app;

-- How the portfolio stood when a day was closed, for comparison. Written once a day, never edited.
CREATE TABLE loan.portfolio_day (
  day               date    NOT NULL,
  currency          text    NOT NULL,
  branch_id         uuid    NOT NULL,
  officer_id        uuid,
  -- Applications without a decision, and approved ones that are not paid out.
  waiting           bigint  NOT NULL,
  approved          bigint  NOT NULL,
  active            bigint  NOT NULL,
  -- Principal of active loans.
  outstanding_minor numeric NOT NULL,
  -- Of it that of loans past due at all, and by more than 30 days.
  late_minor        numeric NOT NULL,
  late_30_minor     numeric NOT NULL,
  UNIQUE NULLS NOT DISTINCT (day, currency, branch_id, officer_id)
);

REVOKE UPDATE, DELETE, TRUNCATE ON loan.portfolio_day FROM loanwright_app;

-- Published.
CREATE VIEW loan.portfolio_of_day AS
SELECT day, currency, branch_id, officer_id, waiting, approved, active, outstanding_minor, late_minor,
       late_30_minor
  FROM loan.portfolio_day;

REVOKE INSERT, UPDATE, DELETE ON loan.portfolio_of_day FROM loanwright_app;
