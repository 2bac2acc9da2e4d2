-- Who may come in and what he may do.
CREATE SCHEMA identity;

CREATE TABLE identity.role (
  code     text    PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]*$'),
  name     text    NOT NULL,
  position integer NOT NULL,                         -- the order in which people list them
  staff    boolean NOT NULL,
  grants   jsonb   NOT NULL CHECK (jsonb_typeof(grants) = 'object'),
  version  bigint  NOT NULL DEFAULT 1
);

CREATE TABLE identity.user_account (
  id              uuid        PRIMARY KEY,
  name            text        NOT NULL CHECK (name <> ''),
  email           text        NOT NULL,
  username        text        CHECK (username !~ '@'),
  phone           text,
  password_hash   text        NOT NULL,
  role            text        NOT NULL REFERENCES identity.role,
  branch_id       uuid        REFERENCES organization.branch,
  borrower_id     uuid        UNIQUE,                -- set by the borrower module, which is above this one
  status          text        NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
  last_sign_in_at timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  version         bigint      NOT NULL DEFAULT 1
);

CREATE UNIQUE INDEX user_account_email_key ON identity.user_account (lower(email));
CREATE UNIQUE INDEX user_account_username_key ON identity.user_account (lower(username));
CREATE INDEX user_account_name_idx ON identity.user_account (lower(name), id);

-- One sign-in on one device, with the family of refresh tokens that it was given one after another.
CREATE TABLE identity.session (
  id           uuid        PRIMARY KEY,
  user_id      uuid        NOT NULL REFERENCES identity.user_account,
  address      text        NOT NULL,
  device       text        NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,                 -- however often it is refreshed
  ended_at     timestamptz,
  end_reason   text        CHECK (end_reason IN ('LOGOUT', 'REUSE', 'DISABLED', 'PASSWORD')),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX session_user_idx ON identity.session (user_id);

CREATE TABLE identity.refresh_token (
  hash       bytea       PRIMARY KEY,                -- SHA-256 of a random 256-bit token
  session_id uuid        NOT NULL REFERENCES identity.session,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

CREATE INDEX refresh_token_session_idx ON identity.refresh_token (session_id);

CREATE TABLE identity.signing_key (
  id         text        PRIMARY KEY,
  jwk        text        NOT NULL,                   -- the private key too: who reads this signs as us
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE identity.invitation (
  id           uuid        PRIMARY KEY,
  email        text        NOT NULL,
  role         text        NOT NULL REFERENCES identity.role,
  branch_id    uuid        REFERENCES organization.branch,
  token_hash   bytea       NOT NULL UNIQUE,
  invited_by   uuid        NOT NULL,
  invited_name text        NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  accepted_at  timestamptz,
  revoked_at   timestamptz,
  user_id      uuid        REFERENCES identity.user_account,
  CHECK ((accepted_at IS NULL) = (user_id IS NULL)),
  CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);

CREATE UNIQUE INDEX invitation_open_key ON identity.invitation (lower(email))
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitation_created_at_idx ON identity.invitation (created_at, id);
