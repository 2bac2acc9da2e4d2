-- Old rows of the trail can be moved into files. What proves them is what proved them before: the
-- seals, which stay with the hash of each row. Here is which seals a file has, and what it is,
-- signed with the key of the heads, which the database does not have; and sealed like the trail.
-- Where somebody in a file is erased, another file takes its place, and another row here.
CREATE TABLE audit.archive (
  id          uuid        PRIMARY KEY,
  archived_at timestamptz NOT NULL,
  actor_id    uuid        NOT NULL,
  -- Rows from this day on were to stay.
  before_day  date        NOT NULL,
  first_seal  bigint      NOT NULL CHECK (first_seal > 0),
  last_seal   bigint      NOT NULL REFERENCES audit.seal,
  row_count   bigint      NOT NULL CHECK (row_count > 0),
  first_at    timestamptz NOT NULL,
  last_at     timestamptz NOT NULL,
  bytes       bigint      NOT NULL CHECK (bytes > 0),
  sha256      bytea       NOT NULL CHECK (length(sha256) = 32),
  -- The one that it takes the place of, why, and how many parts of rows were blanked in it.
  replaces    uuid        UNIQUE REFERENCES audit.archive,
  erasure     uuid        REFERENCES audit.erasure,
  parts       bigint      NOT NULL CHECK (parts >= 0),
  unsalted    bigint      NOT NULL CHECK (unsalted BETWEEN 0 AND parts),
  public_key  bytea       NOT NULL CHECK (length(public_key) = 44),
  signature   bytea       NOT NULL CHECK (length(signature) = 64),
  CHECK (last_seal >= first_seal),
  CHECK ((replaces IS NULL) = (erasure IS NULL))
);

CREATE UNIQUE INDEX archive_first_seal_idx ON audit.archive (first_seal) WHERE replaces IS NULL;
CREATE INDEX archive_last_seal_idx ON audit.archive (last_seal);
CREATE INDEX archive_erasure_idx ON audit.archive (erasure) WHERE erasure IS NOT NULL;

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit.archive FROM loanwright_app;

-- Those whose file is to be there, for the backup.
CREATE VIEW audit.archive_card AS
SELECT id, first_seal, last_seal
  FROM audit.archive a
 WHERE NOT EXISTS (SELECT FROM audit.archive r WHERE r.replaces = a.id);

REVOKE INSERT, UPDATE, DELETE ON audit.archive_card FROM loanwright_app;

-- Known before a file is made, so that one that nothing came of is found and deleted.
CREATE TABLE audit.archive_begun (
  id uuid PRIMARY KEY
);

CREATE TRIGGER await_seal
  AFTER INSERT ON audit.archive
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal('archive');

-- The only way in which the application takes rows out of the trail: all those of the seals that
-- follow on what is archived, none of them of the last year, and never one without a row that says
-- so. What that row says is proven by the verifier.
CREATE FUNCTION audit.move_to_archive(said jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  a      audit.archive := jsonb_populate_record(NULL::audit.archive, said);
  gone   bigint;
  latest timestamptz;
BEGIN
  LOCK TABLE audit.archive IN SHARE ROW EXCLUSIVE MODE;
  IF a.replaces IS NOT NULL
     OR a.first_seal <> (SELECT coalesce(max(last_seal), 0) + 1 FROM audit.archive) THEN
    RAISE EXCEPTION 'seals are archived in their order';
  END IF;
  INSERT INTO audit.archive SELECT a.*;
  WITH moved AS (
    DELETE FROM audit.event e
     USING (SELECT unnest(records) AS id
              FROM audit.seal
             WHERE kind = 'trail'
               AND number BETWEEN a.first_seal AND a.last_seal) s
     WHERE e.id = s.id
    RETURNING e.recorded_at)
  SELECT count(*), max(recorded_at) INTO gone, latest FROM moved;
  IF gone <> a.row_count OR latest > now() - interval '1 year' THEN
    RAISE EXCEPTION 'all rows of the seals are archived, and they are older than a year';
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION audit.move_to_archive FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.move_to_archive TO loanwright_app;

-- Another file of the same seals, in which somebody is erased.
CREATE FUNCTION audit.replace_archive(said jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  a audit.archive := jsonb_populate_record(NULL::audit.archive, said);
BEGIN
  IF NOT EXISTS (
       SELECT
         FROM audit.archive o
        WHERE o.id = a.replaces
          AND (o.first_seal, o.last_seal, o.row_count) = (a.first_seal, a.last_seal, a.row_count)) THEN
    RAISE EXCEPTION 'an archive takes the place of another one with the same seals';
  END IF;
  INSERT INTO audit.archive SELECT a.*;
END $$;

REVOKE EXECUTE ON FUNCTION audit.replace_archive FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.replace_archive TO loanwright_app;
