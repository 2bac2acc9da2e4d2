-- Without a mail server a message is kept for administrators to hand over, until it is of no use.
ALTER TABLE mail.message
  DROP CONSTRAINT message_status_check,
  DROP CONSTRAINT message_check1,
  ADD COLUMN kept_until timestamptz,
  ADD CONSTRAINT message_status_check CHECK (status IN ('WAITING', 'SENT', 'FAILED', 'KEPT')),
  ADD CONSTRAINT message_body_check CHECK (CASE status
    WHEN 'WAITING' THEN body IS NOT NULL
    WHEN 'KEPT'    THEN true
    ELSE body IS NULL
  END),
  ADD CONSTRAINT message_kept_until_check CHECK ((status = 'KEPT') = (kept_until IS NOT NULL));

CREATE INDEX message_kept_idx ON mail.message (kept_until) WHERE status = 'KEPT' AND body IS NOT NULL;
