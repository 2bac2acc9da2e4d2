-- Who collects for a branch reads the loans that are longest past due, however many others there are;
-- and how old what is unpaid is, is added up out of it.
CREATE INDEX loan_branch_unpaid_since_idx
  ON loan.loan (branch_id, (coalesce(oldest_unpaid_due_on, DATE '9999-12-31')), id)
  INCLUDE (oldest_unpaid_due_on, officer_id, borrower_id, currency)
  WHERE status = 'ACTIVE';

-- What is past due is added up out of the index: installments of one day lie all over the table.
CREATE INDEX installment_unpaid_amount_idx
  ON loan.installment (due_on, loan_id, number) INCLUDE (unpaid_minor)
  WHERE unpaid_minor > 0;

DROP INDEX loan.installment_unpaid_idx;

CREATE OR REPLACE VIEW loan.unpaid_installment AS
SELECT i.loan_id, i.number, i.due_on, i.unpaid_minor, l.currency, l.number AS loan_number,
       l.borrower_id, l.branch_id, l.officer_id,
       i.principal_minor - i.paid_principal_minor AS principal_minor,
       i.interest_minor - i.paid_interest_minor   AS interest_minor,
       i.fees_minor - i.paid_fees_minor           AS fees_minor,
       i.penalties_minor - i.paid_penalties_minor AS penalties_minor,
       l.oldest_unpaid_due_on AS unpaid_since
  FROM loan.installment i
  JOIN loan.loan l ON l.id = i.loan_id
 WHERE i.unpaid_minor > 0
   AND l.status = 'ACTIVE';

-- How many installments of a day are not paid, beside how much of them.
ALTER TABLE loan.due_change ADD COLUMN unpaid bigint NOT NULL DEFAULT 0;
ALTER TABLE loan.due_sum ADD COLUMN unpaid bigint NOT NULL DEFAULT 0;

DELETE FROM loan.due_change;
DELETE FROM loan.due_sum;

INSERT INTO loan.due_sum
SELECT i.due_on, l.currency, l.branch_id, l.officer_id,
       sum(i.principal_minor + i.interest_minor + i.fees_minor + i.penalties_minor),
       sum(i.unpaid_minor), count(*) FILTER (WHERE i.unpaid_minor > 0)
  FROM loan.installment i
  JOIN loan.loan l ON l.id = i.loan_id
 WHERE l.status <> 'WRITTEN_OFF'
 GROUP BY i.due_on, l.currency, l.branch_id, l.officer_id;

ALTER TABLE loan.due_change ALTER COLUMN unpaid DROP DEFAULT;
ALTER TABLE loan.due_sum ALTER COLUMN unpaid DROP DEFAULT;

-- What is unpaid of all that is past due: few days of many.
CREATE INDEX due_sum_unpaid_of_days_idx ON loan.due_sum (due_on) WHERE unpaid_minor <> 0;

CREATE OR REPLACE VIEW loan.due_figure AS
SELECT due_on, currency, branch_id, officer_id, due_minor, unpaid_minor, unpaid
  FROM loan.due_sum
 UNION ALL
SELECT due_on, currency, branch_id, officer_id, due_minor, unpaid_minor, unpaid
  FROM loan.due_change;
