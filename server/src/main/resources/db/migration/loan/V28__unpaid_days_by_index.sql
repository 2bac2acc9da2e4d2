-- What is past due is added up out of the index of days that are unpaid, without their rows.
DROP INDEX loan.due_sum_unpaid_of_days_idx;
CREATE INDEX due_sum_unpaid_of_days_idx ON loan.due_sum (due_on)
  INCLUDE (currency, branch_id, unpaid_minor, unpaid)
  WHERE unpaid_minor <> 0;
