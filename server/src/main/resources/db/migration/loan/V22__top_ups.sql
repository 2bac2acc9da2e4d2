-- More money is paid out on a loan that runs.
ALTER TABLE loan.event DROP CONSTRAINT event_kind_check;
ALTER TABLE loan.event ADD CONSTRAINT event_kind_check CHECK (kind IN
  ('DISBURSEMENT', 'OPENING', 'REPAYMENT', 'CHARGE', 'WAIVER', 'CHANGE', 'WRITE_OFF', 'REVERSAL',
   'TOP_UP'));

CREATE INDEX event_top_up_idx ON loan.event (loan_id) WHERE kind = 'TOP_UP';
CREATE INDEX event_top_up_day_idx ON loan.event (value_date) WHERE kind = 'TOP_UP';

-- Published: what was paid out on loans after they had begun to run, and not taken back.
CREATE VIEW loan.top_up AS
SELECT e.loan_id, e.value_date AS paid_on, e.amount_minor
  FROM loan.event e
 WHERE e.kind = 'TOP_UP'
   AND NOT EXISTS (SELECT
                     FROM loan.event r
                    WHERE r.loan_id = e.loan_id
                      AND r.reverses = e.id);

REVOKE INSERT, UPDATE, DELETE ON loan.top_up FROM loanwright_app;
