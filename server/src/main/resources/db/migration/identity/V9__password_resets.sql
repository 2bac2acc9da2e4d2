-- A forgotten password is set anew by who reads the mail of its owner: once, within an hour.
CREATE TABLE identity.password_reset (
  token_hash bytea       PRIMARY KEY,                -- SHA-256 of a random 256-bit token
  user_id    uuid        NOT NULL REFERENCES identity.user_account,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz                             -- also when another way set a password first
);

CREATE INDEX password_reset_user_idx ON identity.password_reset (user_id, created_at);
