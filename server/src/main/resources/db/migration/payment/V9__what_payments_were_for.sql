-- How each payment went onto installments when it was taken: what was late on its value date, what was
-- due that day, what was not due yet, and what went beyond the loan. Like a receipt it is of that moment;
-- what an event of an earlier date makes of it later is in the loan's own split. Of payments that were
-- taken before, nothing is known: all four are 0.
ALTER TABLE payment.payment
  ADD COLUMN late_minor    bigint NOT NULL DEFAULT 0,
  ADD COLUMN due_minor     bigint NOT NULL DEFAULT 0,
  ADD COLUMN advance_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN beyond_minor  bigint NOT NULL DEFAULT 0;

-- Of the rows that are there, each has zeros, so none is read. That all four are the amount or nothing,
-- the verifier proves.
ALTER TABLE payment.payment
  ADD CONSTRAINT payment_for_no_more CHECK (
    late_minor >= 0 AND due_minor >= 0 AND advance_minor >= 0 AND beyond_minor >= 0
    AND late_minor + due_minor + advance_minor + beyond_minor <= amount_minor) NOT VALID;

ALTER TABLE payment.day_change
  ADD COLUMN late_minor    numeric NOT NULL DEFAULT 0,
  ADD COLUMN due_minor     numeric NOT NULL DEFAULT 0,
  ADD COLUMN advance_minor numeric NOT NULL DEFAULT 0,
  ADD COLUMN beyond_minor  numeric NOT NULL DEFAULT 0;

ALTER TABLE payment.day_sum
  ADD COLUMN late_minor    numeric NOT NULL DEFAULT 0,
  ADD COLUMN due_minor     numeric NOT NULL DEFAULT 0,
  ADD COLUMN advance_minor numeric NOT NULL DEFAULT 0,
  ADD COLUMN beyond_minor  numeric NOT NULL DEFAULT 0;

CREATE OR REPLACE VIEW payment.day_figure AS
SELECT paid_on, currency, branch_id, officer_id, channel, payments, amount_minor, late_minor,
       due_minor, advance_minor, beyond_minor
  FROM payment.day_sum
 UNION ALL
SELECT paid_on, currency, branch_id, officer_id, channel, payments, amount_minor, late_minor,
       due_minor, advance_minor, beyond_minor
  FROM payment.day_change;
