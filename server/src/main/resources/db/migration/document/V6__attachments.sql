-- Files that are kept with something else than a person, such as the bills of an expense. They lie with the papers
-- and are sealed like them.
CREATE TABLE document.attachment (
  id            uuid        PRIMARY KEY,
  owner_id      uuid        NOT NULL,                 -- an expense, of a module above this one
  name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  content_type  text        NOT NULL CHECK (content_type IN ('application/pdf', 'image/png', 'image/jpeg')),
  size_bytes    bigint      NOT NULL CHECK (size_bytes > 0),
  sha256        text        NOT NULL REFERENCES document.content,
  added_at      timestamptz NOT NULL DEFAULT now(),
  added_by      uuid        NOT NULL,
  added_by_name text        NOT NULL,                 -- the name of that time
  fixed_at      timestamptz,                          -- from then on nobody removes it
  UNIQUE (owner_id, sha256)                           -- the same file twice is one
);

CREATE INDEX attachment_owner_idx ON document.attachment (owner_id, id);
CREATE INDEX attachment_content_idx ON document.attachment (sha256);
CREATE INDEX document_content_idx ON document.document (sha256);

REVOKE UPDATE, DELETE, TRUNCATE ON document.attachment FROM loanwright_app;

-- The program's role neither changes nor deletes an attachment: it fixes those of an owner, for good, and removes one
-- that is not fixed.
CREATE FUNCTION document.fix(owner uuid) RETURNS SETOF uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE document.attachment SET fixed_at = now() WHERE owner_id = owner AND fixed_at IS NULL RETURNING id;
$$;

-- Returns where the file lies, if it is nobody else's. What is said of locks at document.erase holds here too.
CREATE FUNCTION document.detach(removed uuid) RETURNS TABLE (store text, place text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  PERFORM
     FROM document.content c
    WHERE c.sha256 = (SELECT a.sha256 FROM document.attachment a WHERE a.id = removed)
      FOR UPDATE;
  RETURN QUERY
  WITH gone AS (
    DELETE FROM document.attachment a WHERE a.id = removed AND a.fixed_at IS NULL RETURNING a.id, a.sha256),
  content AS (
    DELETE FROM document.content c
     USING gone g
     WHERE c.sha256 = g.sha256
       AND NOT EXISTS (SELECT FROM document.document d WHERE d.sha256 = g.sha256)
       AND NOT EXISTS (SELECT FROM document.attachment o WHERE o.sha256 = g.sha256 AND o.id <> g.id)
     RETURNING c.store, c.place)
  SELECT c.store, c.place FROM content c;
END $$;

-- Forgets a content that was kept for a file that was refused then. What is said of locks at document.erase holds here
-- too: whoever files the same at this moment keeps it, or keeps it anew.
CREATE FUNCTION document.forget(kept text) RETURNS TABLE (store text, place text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM document.content c WHERE c.sha256 = kept FOR UPDATE;
  RETURN QUERY
  DELETE FROM document.content c
   WHERE c.sha256 = kept
     AND NOT EXISTS (SELECT FROM document.document d WHERE d.sha256 = kept)
     AND NOT EXISTS (SELECT FROM document.attachment a WHERE a.sha256 = kept)
  RETURNING c.store, c.place;
END $$;

-- Whoever asks to be forgotten takes no file away that is kept with something else.
CREATE OR REPLACE FUNCTION document.erase(owner uuid) RETURNS TABLE (store text, place text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  PERFORM
     FROM document.content c
    WHERE c.sha256 IN (SELECT d.sha256 FROM document.document d WHERE d.owner_id = owner)
    ORDER BY c.sha256
      FOR UPDATE;
  RETURN QUERY
  WITH gone AS (
    DELETE FROM document.document d WHERE d.owner_id = owner RETURNING d.sha256),
  orphan AS (
    SELECT g.sha256
      FROM gone g
     WHERE NOT EXISTS (SELECT FROM document.document o WHERE o.sha256 = g.sha256 AND o.owner_id <> owner)
       AND NOT EXISTS (SELECT FROM document.attachment a WHERE a.sha256 = g.sha256)),
  content AS (
    DELETE FROM document.content c USING orphan o WHERE c.sha256 = o.sha256 RETURNING c.sha256, c.store, c.place)
  -- What was filed before contents were sealed has no row and lies under its SHA-256.
  SELECT coalesce(c.store, 'FOLDER'), coalesce(c.place, o.sha256)
    FROM orphan o
    LEFT JOIN content c ON c.sha256 = o.sha256;
END $$;

REVOKE EXECUTE ON FUNCTION document.fix, document.detach, document.forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION document.fix, document.detach, document.forget TO loanwright_app;
