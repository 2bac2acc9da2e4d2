-- Two people pay more out on a running loan, as two write one off: what somebody asks for of a loan
-- lies in one table, of whatever kind it is, and another one decides about it.
ALTER TABLE loan.write_off RENAME TO request;
ALTER INDEX loan.write_off_loan_idx RENAME TO request_loan_idx;
ALTER INDEX loan.write_off_status_idx RENAME TO request_status_idx;

-- A row that is refused names the constraint, and that the table.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN SELECT c.conname AS named
                 FROM pg_catalog.pg_constraint c
                WHERE c.conrelid = CAST('loan.request' AS regclass)
                  AND starts_with(CAST(c.conname AS text), 'write_off_')
  LOOP
    EXECUTE format('ALTER TABLE loan.request RENAME CONSTRAINT %I TO %I', entry.named,
                   'request_' || substr(entry.named, length('write_off_') + 1));
  END LOOP;
END $$;

-- The default is for the rows that are there; whoever asks says what for.
ALTER TABLE loan.request
  ADD COLUMN kind      text NOT NULL DEFAULT 'WRITE_OFF' CHECK (kind IN ('WRITE_OFF', 'TOP_UP')),
  -- The lender's wallet to pay out of; null for the product's cash account.
  ADD COLUMN wallet_id uuid CHECK (wallet_id IS NULL OR kind = 'TOP_UP'),
  ADD CHECK (kind <> 'TOP_UP' OR amount_minor > 0),
  -- One person alone did what was there when two came to be needed, and nothing since.
  ADD CHECK (status <> 'ALONE' OR id = event_id),
  -- A top-up counts from the day on which it is paid out, unless an earlier one was asked for; what
  -- is null is filled in by then.
  ALTER COLUMN value_date DROP NOT NULL,
  ADD CHECK (value_date IS NOT NULL OR (kind = 'TOP_UP' AND event_id IS NULL));
ALTER TABLE loan.request ALTER COLUMN kind DROP DEFAULT;
GRANT UPDATE (value_date) ON loan.request TO loanwright_app;

-- One of a kind waits for a loan: who asks for more money does not hinder that it is given up.
DROP INDEX loan.write_off_waiting_idx;
CREATE UNIQUE INDEX request_waiting_idx ON loan.request (loan_id, kind) WHERE status = 'WAITING';
CREATE INDEX request_kind_idx ON loan.request (kind, id);
-- Whoever verifies looks for the request of each top-up; an event was asked for once.
CREATE UNIQUE INDEX request_event_idx ON loan.request (event_id) WHERE event_id IS NOT NULL;

-- Before two people were needed, one paid out.
INSERT INTO loan.request
       (id, loan_id, kind, value_date, amount_minor, wallet_id, reason, asked_by, asked_name,
        asked_at, status, decided_by, decided_name, decided_at, event_id)
SELECT e.id, e.loan_id, 'TOP_UP', e.value_date, e.amount_minor,
       CAST(e.payload ->> 'walletId' AS uuid),
       coalesce(nullif(left(e.payload ->> 'reason', 2000), ''), 'not known'),
       e.recorded_by, e.recorded_by_name, e.recorded_at, 'ALONE',
       e.recorded_by, e.recorded_by_name, e.recorded_at, e.id
  FROM loan.event e
 WHERE e.kind = 'TOP_UP';

-- As before, with the table by its new name.
CREATE OR REPLACE FUNCTION loan.forget_words(borrower uuid, person uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1
               FROM loan.loan l
              WHERE l.borrower_id = borrower
                AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')) THEN
    RAISE EXCEPTION 'A loan of borrower % is open', borrower;
  END IF;
  UPDATE loan.loan l
     SET purpose         = NULL,
         ended_reason    = CASE WHEN l.ended_reason IS NOT NULL THEN 'erased' END,
         applied_by_name = CASE WHEN l.applied_by = person THEN 'erased' ELSE l.applied_by_name END
   WHERE l.borrower_id = borrower;
  UPDATE loan.approval a
     SET note = NULL
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND a.loan_id = l.id
     AND a.note IS NOT NULL;
  UPDATE loan.event e
     SET payload = CASE WHEN e.payload -> 'reason' IS NOT NULL
                          THEN e.payload || jsonb_build_object('reason', 'erased')
                        ELSE e.payload - 'reference'
                   END,
         recorded_by_name = CASE WHEN e.recorded_by = person THEN 'erased' ELSE e.recorded_by_name END
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND e.loan_id = l.id
     AND (e.payload -> 'reason' IS NOT NULL
          OR e.payload -> 'reference' IS NOT NULL
          OR e.recorded_by = person);
  UPDATE loan.request r
     SET reason          = 'erased',
         decision_reason = CASE WHEN r.decision_reason IS NOT NULL THEN 'erased' END
    FROM loan.loan l
   WHERE l.borrower_id = borrower
     AND r.loan_id = l.id;
END $$;
