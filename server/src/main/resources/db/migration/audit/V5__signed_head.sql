-- Once a business day the head of the chain, signed with a key that the database does not have: who may
-- do everything in here can make the chain anew, and not these.
CREATE TABLE audit.signed_head (
  business_date date        PRIMARY KEY,
  seal          bigint      NOT NULL REFERENCES audit.seal,
  head          bytea       NOT NULL CHECK (length(head) = 32),
  signed_at     timestamptz NOT NULL,
  -- Of Ed25519, as X.509 has it (SubjectPublicKeyInfo).
  public_key    bytea       NOT NULL CHECK (length(public_key) = 44),
  signature     bytea       NOT NULL CHECK (length(signature) = 64)
);

REVOKE UPDATE, DELETE ON audit.signed_head FROM loanwright_app;
