-- Where the bytes of a file lie, and its key, wrapped by a key that is not in the database. Papers that
-- were filed before this have no row until they are sealed; their files lie under their SHA-256.
CREATE TABLE document.content (
  sha256      text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  place       text        NOT NULL UNIQUE CHECK (place ~ '^[0-9a-f]{64}$'),
  store       text        NOT NULL CHECK (store IN ('FOLDER', 'S3')),
  wrapped_key bytea       NOT NULL CHECK (octet_length(wrapped_key) = 40),  -- RFC 3394
  key_id      text        NOT NULL CHECK (key_id ~ '^[0-9a-f]{16}$'),
  kept_at     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX content_key_idx ON document.content (key_id, sha256);

-- Another master key wraps the same key again; what cannot be opened any more is kept anew elsewhere when somebody
-- files it again.
REVOKE UPDATE, DELETE ON document.content FROM loanwright_app;
GRANT UPDATE (wrapped_key, key_id, place, store) ON document.content TO loanwright_app;
