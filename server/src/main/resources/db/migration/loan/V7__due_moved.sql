-- Loans whose oldest unpaid due date a command moved while they were behind, or so that they are:
-- for the next close of a day, which looks in which class of arrears they are and takes them off.
-- Rows are only added, so no command waits for another one or for a close.
CREATE TABLE loan.due_moved (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  loan_id uuid   NOT NULL
);

REVOKE UPDATE ON loan.due_moved FROM loanwright_app;
