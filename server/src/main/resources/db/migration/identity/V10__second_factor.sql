-- A code of an app beside the password, where a user wants it or a role needs it.
ALTER TABLE identity.role ADD COLUMN second_factor boolean NOT NULL DEFAULT false;

CREATE TABLE identity.second_factor (
  user_id      uuid        PRIMARY KEY REFERENCES identity.user_account,
  secret       bytea       NOT NULL,                 -- shared with the app; who reads it makes codes
  created_at   timestamptz NOT NULL,
  confirmed_at timestamptz,                          -- it is asked for only from then on
  last_step    bigint      NOT NULL DEFAULT 0,       -- of the last code: no code is taken twice
  failures     integer     NOT NULL DEFAULT 0,       -- wrong codes since the last right one
  failed_at    timestamptz
);

CREATE TABLE identity.recovery_code (
  user_id uuid        NOT NULL REFERENCES identity.user_account,
  hash    bytea       NOT NULL,                      -- SHA-256 of the user and 80 random bits
  used_at timestamptz,
  PRIMARY KEY (user_id, hash)
);

-- Between the right password and the code: whoever holds the token has shown the first.
CREATE TABLE identity.sign_in_challenge (
  token_hash bytea       PRIMARY KEY,
  user_id    uuid        NOT NULL REFERENCES identity.user_account,
  expires_at timestamptz NOT NULL
);

-- When the person behind a session last showed that it is he.
ALTER TABLE identity.session ADD COLUMN confirmed_at timestamptz;
UPDATE identity.session SET confirmed_at = created_at;
ALTER TABLE identity.session ALTER COLUMN confirmed_at SET NOT NULL;
