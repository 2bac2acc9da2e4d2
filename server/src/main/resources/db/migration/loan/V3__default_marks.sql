-- Each time that a loan began or ceased to be marked as in default, so that it can be asked what was
-- known on a day. loan.loan.defaulted is the last one.
CREATE TABLE loan.default_mark (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  loan_id     uuid        NOT NULL REFERENCES loan.loan,
  defaulted   boolean     NOT NULL,
  -- The business date from which it counts.
  marked_on   date        NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX default_mark_loan_idx ON loan.default_mark (loan_id, id);

-- When the marks of today were made was not kept: they count from the payout, as they did so far.
INSERT INTO loan.default_mark (loan_id, defaulted, marked_on, recorded_at)
SELECT id, true, coalesce(disbursed_on, applied_on), applied_at
  FROM loan.loan
 WHERE defaulted;

REVOKE UPDATE, DELETE ON loan.default_mark FROM loanwright_app;
