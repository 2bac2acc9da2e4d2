-- Backups of this database, and the restore that made it, if one did.
CREATE SCHEMA backup;

CREATE TABLE backup.backup (
  id        uuid        PRIMARY KEY,
  kind      text        NOT NULL CHECK (kind IN ('BACKUP', 'RESTORE')),
  made_at   timestamptz NOT NULL,
  -- The moment whose state the file has.
  state_at  timestamptz NOT NULL,
  file      text        NOT NULL,
  bytes     bigint      NOT NULL CHECK (bytes >= 0),
  -- Of the whole file; not worked out by a restore.
  sha256    text        CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  row_count bigint      NOT NULL CHECK (row_count >= 0),
  papers    bigint      NOT NULL CHECK (papers >= 0),
  -- A restore cannot write the trail; the start after it does.
  in_trail  boolean     NOT NULL
);

CREATE INDEX backup_state_at_idx ON backup.backup (state_at);
CREATE INDEX backup_not_in_trail_idx ON backup.backup (id) WHERE NOT in_trail;

REVOKE UPDATE, DELETE, TRUNCATE ON backup.backup FROM loanwright_app;
GRANT UPDATE (in_trail) ON backup.backup TO loanwright_app;
