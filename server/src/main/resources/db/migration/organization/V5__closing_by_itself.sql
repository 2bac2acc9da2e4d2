-- From which time of day on, where the organization is, the days before it are closed by the program; null: people
-- close them.
ALTER TABLE organization.profile ADD COLUMN close_at time;

-- through: the last day of a close that was asked for.
-- died: its process died, so that somebody else has to go on.
-- paced_from, paced_at: what was done, and when, as the total became known; null: nothing, when it started.
ALTER TABLE organization.job
  ADD COLUMN through    date,
  ADD COLUMN died       boolean NOT NULL DEFAULT false,
  ADD COLUMN paced_from bigint  CHECK (paced_from >= 0),
  ADD COLUMN paced_at   timestamptz,
  ADD CHECK (NOT died OR status = 'FAILED'),
  ADD CHECK ((paced_from IS NULL) = (paced_at IS NULL));

CREATE INDEX job_kind_idx ON organization.job (kind, id);
CREATE INDEX job_status_idx ON organization.job (status, id);
