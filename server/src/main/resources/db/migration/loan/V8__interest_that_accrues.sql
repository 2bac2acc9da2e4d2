-- The day after which the interest of an installment arises, evenly until its due date. Null where interest
-- is income when it is paid, as with all loans so far.
ALTER TABLE loan.installment ADD COLUMN accrues_from date;

-- What has begun to accrue and is not paid yet: all that the close of a day reads.
CREATE INDEX installment_accruing_idx ON loan.installment (accrues_from, loan_id)
       INCLUDE (due_on, interest_minor, paid_interest_minor)
 WHERE accrues_from IS NOT NULL AND interest_minor > paid_interest_minor;

-- What happened to loans whose interest accrues since the last close, which takes it off. Rows are only
-- added, so no command waits for another one or for a close.
CREATE TABLE loan.accrual_unseen (
  id               bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  loan_id          uuid    NOT NULL,
  -- The branch of the loan until then.
  branch_id        uuid    NOT NULL,
  -- The first event that the last close has not seen, or that will be.
  sequence         integer NOT NULL,
  -- What it posted to what is receivable; debits are positive.
  receivable_minor bigint  NOT NULL,
  -- What of it had arisen in another system, and was never income here.
  opened_minor     bigint  NOT NULL DEFAULT 0
);

REVOKE UPDATE ON loan.accrual_unseen FROM loanwright_app;

-- The interest that arises until a day: amount x days passed / days in all, half to even. Rounded half up
-- it is the quotient of twice the product and the days, less one where that is a tie and odd. One expression, so
-- that it becomes part of the statement; beyond a million million minor units 64 bits are not enough.
CREATE FUNCTION loan.accrued(interest_minor bigint, from_on date, due_on date, on_day date)
       RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
           WHEN on_day >= due_on THEN interest_minor
           WHEN on_day <= from_on THEN 0
           WHEN interest_minor < 1000000000000 AND due_on - from_on < 100000
             THEN (2 * interest_minor * (on_day - from_on) + (due_on - from_on)) / (2 * (due_on - from_on))
                  - CASE WHEN (2 * interest_minor * (on_day - from_on) + (due_on - from_on))
                                % (2 * (due_on - from_on)) = 0
                          AND (2 * interest_minor * (on_day - from_on) + (due_on - from_on))
                                / (2 * (due_on - from_on)) % 2 = 1
                         THEN 1 ELSE 0 END
           ELSE (div(2 * interest_minor::numeric * (on_day - from_on) + (due_on - from_on), 2 * (due_on - from_on))
                 - CASE WHEN mod(2 * interest_minor::numeric * (on_day - from_on) + (due_on - from_on),
                                 2 * (due_on - from_on)) = 0
                         AND mod(div(2 * interest_minor::numeric * (on_day - from_on) + (due_on - from_on),
                                     2 * (due_on - from_on)), 2) = 1
                        THEN 1 ELSE 0 END)::bigint
         END
$$;
