-- Whose relatives borrowers are: a user of the staff neither decides about their loans nor pays
-- them out. A declaration is never deleted; it ends, by somebody else than whom it is about.
CREATE TABLE borrower.relative (
  id            uuid        PRIMARY KEY,              -- version 7: its order is that of time
  user_id       uuid        NOT NULL REFERENCES identity.user_account,
  borrower_id   uuid        NOT NULL REFERENCES borrower.borrower,
  relation      text        NOT NULL CHECK (relation IN
                  ('ONESELF', 'SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'OTHER')),
  reason        text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  -- Names are those of the time of the act.
  declared_by   uuid        NOT NULL,
  declared_name text        NOT NULL,
  declared_at   timestamptz NOT NULL DEFAULT now(),
  ended_by      uuid,
  ended_name    text,
  ended_at      timestamptz,
  ended_reason  text        CHECK (length(ended_reason) BETWEEN 1 AND 2000),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_name IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_reason IS NULL)),
  CHECK (ended_by <> user_id)
);

-- One declaration in force for a user and a borrower; it is what each decision asks for.
CREATE UNIQUE INDEX relative_in_force_idx ON borrower.relative (user_id, borrower_id)
  WHERE ended_at IS NULL;
CREATE INDEX relative_borrower_idx ON borrower.relative (borrower_id, id);
CREATE INDEX relative_user_idx ON borrower.relative (user_id, id);

REVOKE UPDATE, DELETE, TRUNCATE ON borrower.relative FROM loanwright_app;
-- The words are blanked with the borrower's particulars.
GRANT UPDATE (relation, reason, ended_by, ended_name, ended_at, ended_reason)
   ON borrower.relative TO loanwright_app;

-- Published: whose loans a user does not decide about.
CREATE VIEW borrower.relative_in_force AS
SELECT user_id, borrower_id
  FROM borrower.relative
 WHERE ended_at IS NULL;

REVOKE INSERT, UPDATE, DELETE ON borrower.relative_in_force FROM loanwright_app;
