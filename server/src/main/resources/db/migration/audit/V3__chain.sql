-- The chain of hashes over what is only ever added: the trail, and what other modules hand over by
-- their triggers. A row waits until it is sealed; sealing is never in the way of who writes.
CREATE TABLE audit.unsealed (
  record_id uuid NOT NULL,
  kind      text NOT NULL CHECK (kind ~ '^[a-z-]+$'),
  PRIMARY KEY (kind, record_id)
);

CREATE TABLE audit.seal (
  number    bigint      PRIMARY KEY CHECK (number > 0),
  sealed_at timestamptz NOT NULL,
  kind      text        NOT NULL,
  records   uuid[]      NOT NULL CHECK (cardinality(records) > 0),
  -- The hash of each record, 32 bytes each, in the order of the records.
  leaves    bytea       NOT NULL CHECK (length(leaves) = 32 * cardinality(records)),
  -- Of the Merkle tree over the leaves.
  root      bytea       NOT NULL CHECK (length(root) = 32),
  -- Over the head before and all of this seal.
  head      bytea       NOT NULL CHECK (length(head) = 32)
);

-- Who writes records cannot say that they wait or are sealed: the functions below put them there.
REVOKE UPDATE, DELETE ON audit.seal FROM loanwright_app;
REVOKE INSERT, UPDATE ON audit.unsealed FROM loanwright_app;

-- For records that were there before their table had the trigger.
CREATE FUNCTION audit.enqueue(kind text, record_id uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO audit.unsealed (record_id, kind) VALUES (record_id, kind);
$$;

REVOKE EXECUTE ON FUNCTION audit.enqueue FROM PUBLIC;

-- For tables with an id, after each statement that adds rows; the argument is their kind.
CREATE FUNCTION audit.await_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO audit.unsealed (record_id, kind) SELECT id, TG_ARGV[0] FROM added;
  RETURN NULL;
END $$;

-- The trigger first: an older instance that still writes waits for it.
CREATE TRIGGER await_seal
  AFTER INSERT ON audit.event
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal('trail');

DO $$
BEGIN
  PERFORM audit.enqueue('trail', id) FROM audit.event;
END $$;
