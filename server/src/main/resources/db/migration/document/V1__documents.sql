-- Papers that belong to somebody. The files lie in the data folder under their SHA-256; these rows
-- say whose they are. Nothing is changed or deleted: what was filed was filed.
CREATE SCHEMA document;

CREATE TABLE document.document (
  id               uuid        PRIMARY KEY,
  owner_id         uuid        NOT NULL,              -- a borrower, of a module above this one
  name             text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  content_type     text        NOT NULL CHECK (content_type IN ('application/pdf', 'image/png', 'image/jpeg')),
  size_bytes       bigint      NOT NULL CHECK (size_bytes > 0),
  sha256           text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_at      timestamptz NOT NULL DEFAULT now(),
  uploaded_by      uuid        NOT NULL,
  uploaded_by_name text        NOT NULL,              -- the name of that time
  UNIQUE (owner_id, sha256)                           -- the same paper twice is one
);

CREATE INDEX document_owner_idx ON document.document (owner_id, id);

REVOKE UPDATE, DELETE ON document.document FROM loanwright_app;
