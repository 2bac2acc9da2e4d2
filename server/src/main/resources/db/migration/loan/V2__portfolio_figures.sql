-- The figures of the portfolio, as changes that add up. Each command on a loan adds a row with what
-- it changed, in the statement that changed the loan, so no two commands wait for each other and
-- the sum is that of the loans at any moment. A job puts rows of the same group together.
CREATE TABLE loan.portfolio_change (
  id                bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  branch_id         uuid    NOT NULL,
  officer_id        uuid,
  currency          text    NOT NULL,
  status            text    NOT NULL,
  loans             bigint  NOT NULL,
  disbursed_minor   numeric NOT NULL,
  -- Of the principal.
  outstanding_minor numeric NOT NULL
);

INSERT INTO loan.portfolio_change
       (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
SELECT branch_id, officer_id, currency, status, count(*), sum(coalesce(disbursed_minor, 0)),
       sum(principal_outstanding_minor)
  FROM loan.loan
 GROUP BY branch_id, officer_id, currency, status;

-- Rows are added and put together, never edited.
REVOKE UPDATE ON loan.portfolio_change FROM loanwright_app;

-- Published: rows whose sums are the portfolio's figures; one alone means nothing.
CREATE VIEW loan.portfolio_figure AS
SELECT branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor
  FROM loan.portfolio_change;

REVOKE INSERT, UPDATE, DELETE ON loan.portfolio_figure FROM loanwright_app;
