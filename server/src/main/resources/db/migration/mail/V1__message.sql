-- Mail on its way out: written in the transaction of what it tells, sent soon after.
CREATE SCHEMA mail;

CREATE TABLE mail.message (
  id              uuid        PRIMARY KEY,
  recipient       text        NOT NULL,
  subject         text        NOT NULL,
  body            text,                              -- wiped once it is out: it may hold a link that signs in
  status          text        NOT NULL CHECK (status IN ('WAITING', 'SENT', 'FAILED')),
  attempts        integer     NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error      text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  sent_at         timestamptz,
  CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
  CHECK ((status = 'WAITING') = (body IS NOT NULL))
);

CREATE INDEX message_waiting_idx ON mail.message (next_attempt_at) WHERE status = 'WAITING';
