-- Personal data in the trail can be blanked, and the chain goes on to prove the rest of the row: what
-- is sealed is a digest of each personal part under a salt of its own. Blanking forgets the part and
-- its salt and keeps the digest. Older rows have no salts: of them the whole leaf is kept instead.
ALTER TABLE audit.event
  ADD COLUMN actor_salt      uuid,
  ADD COLUMN subject_salt    uuid,
  ADD COLUMN actor_digest    bytea CHECK (length(actor_digest) = 32),
  ADD COLUMN subject_digest  bytea CHECK (length(subject_digest) = 32),
  ADD COLUMN leaf            bytea CHECK (length(leaf) = 32),
  ADD COLUMN actor_erasure   uuid,
  ADD COLUMN subject_erasure uuid;

ALTER TABLE audit.event
  ALTER COLUMN actor_salt   SET DEFAULT gen_random_uuid(),
  ALTER COLUMN subject_salt SET DEFAULT gen_random_uuid();

-- Each time that somebody's data was blanked; sealed like the trail itself.
CREATE TABLE audit.erasure (
  id          uuid        PRIMARY KEY,
  erased_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  borrower_id uuid        NOT NULL,
  actor_id    uuid        NOT NULL,
  -- How many parts of rows were blanked, and how many of them are of rows without salts.
  parts       bigint      NOT NULL CHECK (parts >= 0),
  unsalted    bigint      NOT NULL CHECK (unsalted BETWEEN 0 AND parts)
);

CREATE INDEX erasure_borrower_idx ON audit.erasure (borrower_id);
CREATE INDEX event_actor_erasure_idx ON audit.event (actor_erasure) WHERE actor_erasure IS NOT NULL;
CREATE INDEX event_subject_erasure_idx ON audit.event (subject_erasure) WHERE subject_erasure IS NOT NULL;

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit.erasure FROM loanwright_app;

CREATE TRIGGER await_seal
  AFTER INSERT ON audit.erasure
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal('erasure');

-- The only change that the application can make to the trail: it can blank, not write, and leaves a
-- record of it. A digest that is not the one that was sealed shows in the verifier.
CREATE FUNCTION audit.erase(
    erasure uuid, borrower uuid, actor uuid, ids uuid[], actor_gone boolean[], subject_gone boolean[],
    actor_digests text[], subject_digests text[], leaves text[]) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  blanked bigint;
  without bigint;
BEGIN
  WITH wanted AS (
    SELECT *
      FROM unnest(ids, actor_gone, subject_gone, actor_digests, subject_digests, leaves)
             AS w (id, actor_gone, subject_gone, actor_digest, subject_digest, leaf)),
  due AS (
    SELECT w.id, w.actor_gone AND e.actor_erasure IS NULL AS actor_gone,
           w.subject_gone AND e.subject_erasure IS NULL AS subject_gone,
           w.actor_digest, w.subject_digest, w.leaf
      FROM wanted w
      JOIN audit.event e USING (id)),
  done AS (
    UPDATE audit.event e
       SET actor_name      = CASE WHEN d.actor_gone THEN 'erased' ELSE e.actor_name END,
           address         = CASE WHEN d.actor_gone THEN '' ELSE e.address END,
           device          = CASE WHEN d.actor_gone THEN '' ELSE e.device END,
           actor_salt      = CASE WHEN d.actor_gone THEN NULL ELSE e.actor_salt END,
           actor_digest    = CASE WHEN d.actor_gone THEN decode(d.actor_digest, 'hex') ELSE e.actor_digest END,
           actor_erasure   = CASE WHEN d.actor_gone THEN erasure ELSE e.actor_erasure END,
           subject_label   = CASE WHEN d.subject_gone THEN 'erased' ELSE e.subject_label END,
           before          = CASE WHEN d.subject_gone THEN NULL ELSE e.before END,
           after           = CASE WHEN d.subject_gone THEN NULL ELSE e.after END,
           reason          = CASE WHEN d.subject_gone THEN NULL ELSE e.reason END,
           subject_salt    = CASE WHEN d.subject_gone THEN NULL ELSE e.subject_salt END,
           subject_digest  = CASE WHEN d.subject_gone THEN decode(d.subject_digest, 'hex') ELSE e.subject_digest END,
           subject_erasure = CASE WHEN d.subject_gone THEN erasure ELSE e.subject_erasure END,
           leaf            = coalesce(e.leaf, decode(d.leaf, 'hex'))
      FROM due d
     WHERE e.id = d.id
       AND (d.actor_gone OR d.subject_gone)
    RETURNING d.actor_gone::int + d.subject_gone::int AS parts, e.leaf IS NOT NULL AS whole)
  SELECT coalesce(sum(parts), 0), coalesce(sum(parts) FILTER (WHERE whole), 0)
    INTO blanked, without
    FROM done;
  INSERT INTO audit.erasure (id, borrower_id, actor_id, parts, unsalted)
  VALUES (erasure, borrower, actor, blanked, without);
  RETURN blanked;
END $$;

REVOKE EXECUTE ON FUNCTION audit.erase FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.erase TO loanwright_app;
