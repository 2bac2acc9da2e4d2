-- What was paid in on each of some days is added up out of the index: payments of one day lie all over
-- the table. The view of payments joins splits, which a sum is spared, but not the column of the join.
CREATE INDEX payment_of_days_idx ON payment.payment (paid_on, id)
  INCLUDE (currency, status, amount_minor, branch_id, officer_id, loan_id);

DROP INDEX payment.payment_paid_on_idx;
