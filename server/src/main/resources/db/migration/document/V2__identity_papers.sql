-- What a paper is, until when it holds, and what somebody else than who filed it said of it. The file
-- itself, whose it is and who filed it stay as they were.
ALTER TABLE document.document
  ADD COLUMN kind              text NOT NULL DEFAULT 'OTHER' CHECK (kind IN (
    'NATIONAL_ID', 'PASSPORT', 'DRIVING_LICENSE', 'PROOF_OF_ADDRESS', 'PROOF_OF_INCOME', 'PHOTO', 'CONTRACT', 'OTHER')),
  ADD COLUMN number            text CHECK (length(number) BETWEEN 1 AND 60),
  ADD COLUMN expires_on        date CHECK (expires_on BETWEEN DATE '1900-01-01' AND DATE '2999-12-31'),
  ADD COLUMN replaces          uuid REFERENCES document.document,   -- of the same owner
  ADD COLUMN corrected_at      timestamptz,             -- kind, number or expiry, while it waited
  ADD COLUMN corrected_by      uuid,
  ADD COLUMN corrected_by_name text,
  ADD COLUMN status            text NOT NULL DEFAULT 'WAITING'
    CHECK (status IN ('WAITING', 'VERIFIED', 'REFUSED', 'REPLACED')),
  ADD COLUMN decided_at        timestamptz,
  ADD COLUMN decided_by        uuid,
  ADD COLUMN decided_by_name   text,
  ADD COLUMN refusal           text CHECK (length(refusal) BETWEEN 1 AND 2000),
  ADD CHECK (replaces <> id),
  ADD CHECK (num_nulls(corrected_at, corrected_by, corrected_by_name) IN (0, 3)),
  ADD CHECK (num_nulls(decided_at, decided_by, decided_by_name) IN (0, 3)),
  ADD CHECK (status <> 'WAITING' OR (decided_by IS NULL AND refusal IS NULL)),
  ADD CHECK (status <> 'VERIFIED' OR (decided_by IS NOT NULL AND refusal IS NULL)),
  ADD CHECK (status <> 'REFUSED' OR (decided_by IS NOT NULL AND refusal IS NOT NULL)),
  -- Whoever filed or described a paper does not vouch for it.
  ADD CONSTRAINT maker_is_not_checker CHECK (decided_by <> uploaded_by AND decided_by <> corrected_by);

CREATE INDEX document_status_idx ON document.document (status, id);
CREATE INDEX document_expiry_idx ON document.document (expires_on, id)
  WHERE expires_on IS NOT NULL AND status IN ('WAITING', 'VERIFIED');
CREATE INDEX document_replaces_idx ON document.document (replaces) WHERE replaces IS NOT NULL;

GRANT UPDATE (kind, number, expires_on, corrected_at, corrected_by, corrected_by_name, status, decided_at, decided_by,
              decided_by_name, refusal)
   ON document.document TO loanwright_app;

-- Published: which papers there are, for whoever knows the people they belong to.
CREATE VIEW document.document_card AS
SELECT id, owner_id, kind, status, expires_on
  FROM document.document;

REVOKE INSERT, UPDATE, DELETE ON document.document_card FROM loanwright_app;
