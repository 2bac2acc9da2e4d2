-- The one organization of an installation, its branches, its business date and its jobs.
CREATE SCHEMA organization;

-- No row until the installation is set up, one row from then on.
CREATE TABLE organization.profile (
  only_one      boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
  name          text        NOT NULL CHECK (name <> ''),
  currency      char(3)     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  time_zone     text        NOT NULL,
  locale        text        NOT NULL,
  business_date date        NOT NULL,
  registration  text        NOT NULL CHECK (registration IN ('OPEN', 'INVITE', 'OFF')),
  version       bigint      NOT NULL DEFAULT 1,
  changed_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE organization.branch (
  id         uuid        PRIMARY KEY,
  code       text        NOT NULL CHECK (code <> ''),
  name       text        NOT NULL CHECK (name <> ''),
  active     boolean     NOT NULL DEFAULT true,
  version    bigint      NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX branch_code_key ON organization.branch (lower(code));

-- Long work that somebody started and watches. A job whose heartbeat stopped has died with its
-- process; whoever looks next marks it FAILED.
CREATE TABLE organization.job (
  id               uuid        PRIMARY KEY,
  kind             text        NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  alone            boolean     NOT NULL,
  status           text        NOT NULL CHECK (status IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done             bigint      NOT NULL DEFAULT 0 CHECK (done >= 0),
  total            bigint      NOT NULL CHECK (total >= 0),
  error            text,
  result           jsonb,
  cancel_requested boolean     NOT NULL DEFAULT false,
  started_by       uuid        NOT NULL,
  started_by_name  text        NOT NULL,
  started_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  heartbeat_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at         timestamptz,
  CHECK ((status = 'RUNNING') = (ended_at IS NULL)),
  CHECK (status <> 'FAILED' OR error IS NOT NULL)
);

-- One job at a time of a kind that must be alone, like the closing of a day.
CREATE UNIQUE INDEX job_alone_key ON organization.job (kind) WHERE alone AND status = 'RUNNING';
CREATE INDEX job_running_idx ON organization.job (heartbeat_at) WHERE status = 'RUNNING';
CREATE INDEX job_started_by_idx ON organization.job (started_by, id);
