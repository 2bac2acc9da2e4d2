-- Keys in people's devices: one touch is password and second factor in one.
CREATE TABLE identity.passkey (
  id            uuid        PRIMARY KEY,
  user_id       uuid        NOT NULL REFERENCES identity.user_account,
  credential_id bytea       NOT NULL UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
  credential    bytea       NOT NULL,                -- model of the device, id and public key: nothing secret
  rp_id         text        NOT NULL,                -- the host that it is bound to
  sign_count    bigint      NOT NULL,                -- only grows; zero where the device does not count
  copyable      boolean     NOT NULL,                -- whether the device's maker may keep it in a cloud
  copied        boolean     NOT NULL,
  name          text        NOT NULL CHECK (name <> ''),
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_used_at  timestamptz
);

CREATE INDEX passkey_user_idx ON identity.passkey (user_id, id);

-- What a device has to sign, once, within minutes.
CREATE TABLE identity.passkey_challenge (
  hash       bytea       PRIMARY KEY,                -- SHA-256 of 256 random bits
  purpose    text        NOT NULL CHECK (purpose IN ('ADD', 'SIGN_IN', 'CONFIRM')),
  session_id uuid        REFERENCES identity.session ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  CHECK ((purpose = 'SIGN_IN') = (session_id IS NULL))
);

CREATE INDEX passkey_challenge_expires_idx ON identity.passkey_challenge (expires_at);
CREATE INDEX passkey_challenge_session_idx ON identity.passkey_challenge (session_id);
