-- What is agreed is the same for most loans of a product, and was four fifths of a loan's row, written anew with each
-- payment. It is kept once.
CREATE TABLE loan.terms (
  id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  terms jsonb   NOT NULL
);

CREATE INDEX terms_digest_idx ON loan.terms (md5(terms::text));

REVOKE UPDATE, DELETE, TRUNCATE ON loan.terms FROM loanwright_app;

-- Nobody waits for who adds the same at the same moment: then it is kept twice, which is no harm.
CREATE FUNCTION loan.kept_terms(given jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  kept integer;
BEGIN
  SELECT t.id
    INTO kept
    FROM loan.terms t
   WHERE md5(t.terms::text) = md5(given::text)
     AND t.terms = given
   ORDER BY t.id
   LIMIT 1;
  IF NOT FOUND THEN
    INSERT INTO loan.terms AS t (terms) VALUES (given) RETURNING t.id INTO kept;
  END IF;
  RETURN kept;
END $$;

-- One rewrite of the table, in which each row shrinks.
ALTER TABLE loan.loan ALTER COLUMN terms TYPE integer USING loan.kept_terms(terms);
ALTER TABLE loan.loan RENAME COLUMN terms TO terms_id;
ALTER TABLE loan.loan
  ADD CONSTRAINT loan_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES loan.terms;
