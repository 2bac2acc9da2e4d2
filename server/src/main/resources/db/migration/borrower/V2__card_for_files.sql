-- A list of borrowers as a file shows more of them than their names, and is narrowed like the list.
CREATE OR REPLACE VIEW borrower.borrower_card AS
SELECT id, number, name, phone, branch_id, officer_id, user_id, kind, email, date_of_birth, address,
       status, search
  FROM borrower.borrower;
