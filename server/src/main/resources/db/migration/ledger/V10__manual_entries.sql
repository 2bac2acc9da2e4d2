-- Entries that somebody writes by hand wait here for a second person, who posts or rejects them. The
-- program's role adds drafts and decides them once; what was drafted never changes.
CREATE TABLE ledger.manual_entry (
  id              uuid        PRIMARY KEY,            -- the entry in the journal has the same
  value_date      date        NOT NULL,
  branch_id       uuid        NOT NULL REFERENCES organization.branch,
  currency        text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  description     text        NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
  reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  drafted_by      uuid        NOT NULL,
  drafted_name    text        NOT NULL,
  drafted_at      timestamptz NOT NULL DEFAULT now(),
  status          text        NOT NULL DEFAULT 'WAITING'
                  CHECK (status IN ('WAITING', 'POSTED', 'REJECTED', 'WITHDRAWN')),
  decided_by      uuid,
  decided_name    text,
  decided_at      timestamptz,
  decision_reason text        CHECK (length(decision_reason) BETWEEN 1 AND 2000),
  CHECK ((status = 'WAITING') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_name IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((status = 'REJECTED') = (decision_reason IS NOT NULL)),
  -- Whoever drafted it takes it back; everything else is decided by somebody else.
  CHECK ((decided_by = drafted_by) = (status = 'WITHDRAWN'))
);

CREATE INDEX manual_entry_status_idx ON ledger.manual_entry (status, id);

CREATE TABLE ledger.manual_entry_line (
  entry_id     uuid     NOT NULL REFERENCES ledger.manual_entry,
  line         smallint NOT NULL CHECK (line > 0),
  account_id   uuid     NOT NULL REFERENCES ledger.account,
  side         "char"   NOT NULL CHECK (side IN ('D', 'C')),
  amount_minor bigint   NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (entry_id, line)
);

REVOKE UPDATE, DELETE, TRUNCATE ON ledger.manual_entry, ledger.manual_entry_line FROM loanwright_app;
GRANT UPDATE (status, decided_by, decided_name, decided_at, decision_reason)
   ON ledger.manual_entry TO loanwright_app;
