-- How many borrowers there are, by branch and officer, as changes that add up. Each statement that
-- adds a borrower or hands one over adds what it changed, so no two of them wait for each other. A
-- job puts rows of the same group together.
CREATE TABLE borrower.count_change (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  branch_id  uuid   NOT NULL,
  officer_id uuid,
  borrowers  bigint NOT NULL
);

INSERT INTO borrower.count_change (branch_id, officer_id, borrowers)
SELECT branch_id, officer_id, count(*)
  FROM borrower.borrower
 GROUP BY branch_id, officer_id;

-- Rows are added and put together, never edited.
REVOKE UPDATE ON borrower.count_change FROM loanwright_app;

-- Published: rows whose sums are the figures; one alone means nothing.
CREATE VIEW borrower.borrower_figure AS
SELECT branch_id, officer_id, borrowers
  FROM borrower.count_change;

REVOKE INSERT, UPDATE, DELETE ON borrower.borrower_figure FROM loanwright_app;
