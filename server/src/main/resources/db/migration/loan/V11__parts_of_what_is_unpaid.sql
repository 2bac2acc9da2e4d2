-- Whoever lists what is past due says what it is made of.
CREATE OR REPLACE VIEW loan.unpaid_installment AS
SELECT i.loan_id, i.number, i.due_on, i.unpaid_minor, l.currency, l.number AS loan_number,
       l.borrower_id, l.branch_id, l.officer_id,
       i.principal_minor - i.paid_principal_minor AS principal_minor,
       i.interest_minor - i.paid_interest_minor   AS interest_minor,
       i.fees_minor - i.paid_fees_minor           AS fees_minor,
       i.penalties_minor - i.paid_penalties_minor AS penalties_minor
  FROM loan.installment i
  JOIN loan.loan l ON l.id = i.loan_id
 WHERE i.unpaid_minor > 0
   AND l.status = 'ACTIVE';
