-- Who did what to what, when, from where and why. Written in the transaction of the deed itself,
-- never changed: a mistake in here is explained by a further row.
CREATE SCHEMA audit;

CREATE TABLE audit.event (
  id            uuid        PRIMARY KEY,             -- version 7: its order is the order in time
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id      uuid        NOT NULL,                -- no key to the user: the trail outlives him
  actor_name    text        NOT NULL,
  actor_role    text        NOT NULL,
  branch_id     uuid,                                -- the actor's branch, for who may read it
  address       text        NOT NULL,
  device        text        NOT NULL,
  action        text        NOT NULL CHECK (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  result        text        NOT NULL CHECK (result IN ('DONE', 'REFUSED')),
  subject_type  text        NOT NULL,
  subject_id    uuid        NOT NULL,
  subject_label text        NOT NULL,
  before        jsonb,
  after         jsonb,
  reason        text
);

CREATE INDEX event_actor_idx ON audit.event (actor_id, id);
CREATE INDEX event_action_idx ON audit.event (action, id);
CREATE INDEX event_subject_idx ON audit.event (subject_type, subject_id, id);
CREATE INDEX event_branch_idx ON audit.event (branch_id, id);
CREATE INDEX event_recorded_at_idx ON audit.event (recorded_at, id);

REVOKE UPDATE, DELETE, TRUNCATE ON audit.event FROM loanwright_app;
GRANT SELECT, INSERT ON audit.event TO loanwright_app;
