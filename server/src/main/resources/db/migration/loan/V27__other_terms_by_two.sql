-- Two people agree other terms of a running loan, as two write one off or pay more out on it.
ALTER TABLE loan.request DROP CONSTRAINT request_kind_check;
ALTER TABLE loan.request ADD CONSTRAINT request_kind_check
  CHECK (kind IN ('WRITE_OFF', 'TOP_UP', 'CHANGE'));

-- Which terms, as the event will keep them, but for the reason. From which day they count stands in
-- value_date, too; amount_minor is the interest that they took off when they were asked for.
ALTER TABLE loan.request
  ADD COLUMN change jsonb,
  ADD CONSTRAINT request_change_check CHECK ((kind = 'CHANGE') = (change IS NOT NULL));

-- Whoever verifies looks for the request of each change.
CREATE INDEX event_change_idx ON loan.event (loan_id, id) WHERE kind = 'CHANGE';

-- Before two people were needed, one agreed; how much interest that took off was not written down.
INSERT INTO loan.request
       (id, loan_id, kind, value_date, amount_minor, change, reason, asked_by, asked_name,
        asked_at, status, decided_by, decided_name, decided_at, event_id)
SELECT e.id, e.loan_id, 'CHANGE', CAST(e.payload ->> 'from' AS date), 0, e.payload - 'reason',
       coalesce(nullif(left(e.payload ->> 'reason', 2000), ''), 'not known'),
       e.recorded_by, e.recorded_by_name, e.recorded_at, 'ALONE',
       e.recorded_by, e.recorded_by_name, e.recorded_at, e.id
  FROM loan.event e
 WHERE e.kind = 'CHANGE';
