-- Two people write a loan off: one asks for it, and another one confirms or rejects that. What was
-- asked for never changes, and is decided once.
CREATE TABLE loan.write_off (
  id              uuid        PRIMARY KEY,            -- version 7: its order is that of time
  loan_id         uuid        NOT NULL REFERENCES loan.loan,
  value_date      date        NOT NULL,
  -- What was owed when it was asked for; what is given up is known once it is confirmed.
  amount_minor    bigint      NOT NULL CHECK (amount_minor >= 0),
  reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  -- Names are those of the time of the act.
  asked_by        uuid        NOT NULL,
  asked_name      text        NOT NULL,
  asked_at        timestamptz NOT NULL,
  -- LAPSED: the loan ended otherwise meanwhile. ALONE: from before two people were needed.
  status          text        NOT NULL DEFAULT 'WAITING' CHECK (status IN
                    ('WAITING', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'ALONE')),
  decided_by      uuid,
  decided_name    text,
  decided_at      timestamptz,
  decision_reason text        CHECK (length(decision_reason) BETWEEN 1 AND 2000),
  event_id        uuid,
  FOREIGN KEY (loan_id, event_id) REFERENCES loan.event (loan_id, id),
  CHECK ((status = 'WAITING') = (decided_at IS NULL)),
  CHECK ((status IN ('WAITING', 'LAPSED')) = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_name IS NULL)),
  CHECK ((status IN ('CONFIRMED', 'ALONE')) = (event_id IS NOT NULL)),
  CHECK (status <> 'REJECTED' OR decision_reason IS NOT NULL),
  -- Whoever asked takes it back; everything else is decided by somebody else.
  CHECK (status IN ('WAITING', 'LAPSED')
         OR (decided_by = asked_by) = (status IN ('WITHDRAWN', 'ALONE')))
);

CREATE UNIQUE INDEX write_off_waiting_idx ON loan.write_off (loan_id) WHERE status = 'WAITING';
CREATE INDEX write_off_loan_idx ON loan.write_off (loan_id, id);
CREATE INDEX write_off_status_idx ON loan.write_off (status, id);
-- Whoever verifies looks for write-offs among all events.
CREATE INDEX event_write_off_idx ON loan.event (loan_id, id) WHERE kind = 'WRITE_OFF';

INSERT INTO loan.write_off
       (id, loan_id, value_date, amount_minor, reason, asked_by, asked_name, asked_at, status,
        decided_by, decided_name, decided_at, event_id)
SELECT e.id, e.loan_id, e.value_date, e.amount_minor,
       coalesce(nullif(left(e.payload ->> 'reason', 2000), ''), 'not known'),
       e.recorded_by, e.recorded_by_name, e.recorded_at, 'ALONE',
       e.recorded_by, e.recorded_by_name, e.recorded_at, e.id
  FROM loan.event e
 WHERE e.kind = 'WRITE_OFF';

REVOKE UPDATE, DELETE, TRUNCATE ON loan.write_off FROM loanwright_app;
GRANT UPDATE (status, decided_by, decided_name, decided_at, decision_reason, event_id)
   ON loan.write_off TO loanwright_app;
