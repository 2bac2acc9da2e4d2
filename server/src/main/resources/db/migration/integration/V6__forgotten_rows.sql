-- By which numbers the other system knows whom and which loan a refused row is about, as the import
-- read them; null where it could read none, and in rows of before.
ALTER TABLE integration.rejection
  ADD COLUMN borrower_reference text CHECK (length(borrower_reference) <= 200),
  ADD COLUMN loan_reference     text CHECK (length(loan_reference) <= 200);

CREATE INDEX rejection_borrower_idx ON integration.rejection (borrower_reference)
 WHERE borrower_reference IS NOT NULL;
CREATE INDEX rejection_loan_idx ON integration.rejection (loan_reference)
 WHERE loan_reference IS NOT NULL;

-- The words of a refused row: of all its cells, in small letters; of a cell that looks like a phone
-- number also its last nine digits. A cell may be a picture: of a word that is longer than any name
-- or address only the beginning counts, as the index takes no more than 2,712 bytes.
CREATE FUNCTION integration.words(record text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT left(word, 300)
    FROM unnest(record) AS cell
   CROSS JOIN LATERAL (
           SELECT regexp_split_to_table(lower(cell), '[[:space:],;]+') AS word
            UNION ALL
           SELECT 'tel:' || right(regexp_replace(cell, '[^0-9]', '', 'g'), 9)
            WHERE cell ~ '^[[:space:]]*[+0-9][-+0-9 ()./]{5,30}$') each
   WHERE word <> '');

CREATE INDEX rejection_words_idx ON integration.rejection USING gin (integration.words(record));

-- The refused rows that may be about a borrower. It is certain of those with a number by which the
-- other system knows him or a loan of his, and of those with his name together with his phone number
-- or his e-mail address: the name in one cell, or in cells that say nothing else. Others have every
-- word of his name, or his phone number or address, as those of a namesake or of his family do. A
-- name of one word must be all of a cell. Of rows of before, only those are found by a number that
-- is in a column of its own.
CREATE FUNCTION integration.rows_about(borrower uuid)
  RETURNS TABLE (import_id uuid, part text, "row" bigint, certain boolean)
  LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  WITH who AS (
    SELECT lower(btrim(b.name)) AS name,
           integration.words(ARRAY[b.name]) AS words,
           array_remove(
             ARRAY[lower(btrim(b.email)),
                   'tel:' || nullif(right(regexp_replace(b.phone, '[^0-9]', '', 'g'), 9), '')],
             NULL) AS contacts
      FROM borrower.borrower_card b
     WHERE b.id = rows_about.borrower
       AND b.name <> 'erased'),
  known AS (
    SELECT source, reference, 'borrower' AS kind
      FROM integration.borrower_reference
     WHERE borrower_id = rows_about.borrower
     UNION ALL
    SELECT f.source, f.reference, 'loan'
      FROM integration.loan_reference f
      JOIN loan.loan_card l ON l.id = f.loan_id
     WHERE l.borrower_id = rows_about.borrower),
  found AS (
    SELECT r.import_id, r.part, r.row, 'name' AS by,
           integration.words(ARRAY(
             SELECT cell
               FROM unnest(r.record) AS cell
              WHERE integration.words(ARRAY[cell]) @> w.words
                 OR integration.words(ARRAY[cell]) <@ w.words)) @> w.words AS is_whole
      FROM who w
      JOIN integration.rejection r ON integration.words(r.record) @> w.words
     WHERE cardinality(w.words) > 1
        OR EXISTS (SELECT 1 FROM unnest(r.record) AS cell WHERE lower(btrim(cell)) = w.name)
     UNION ALL
    SELECT r.import_id, r.part, r.row, 'contact', true
      FROM who w
      JOIN integration.rejection r ON integration.words(r.record) && w.contacts
     UNION ALL
    SELECT r.import_id, r.part, r.row, 'number', true
      FROM known k
      JOIN integration.rejection r
        ON (k.kind = 'borrower' AND r.borrower_reference = k.reference)
        OR (k.kind = 'loan' AND r.loan_reference = k.reference)
      JOIN integration.import_run i ON i.id = r.import_id AND i.source = k.source
     UNION ALL
    SELECT r.import_id, r.part, r.row, 'number', true
      FROM known k
      JOIN integration.rejection r
        ON integration.words(r.record) @> integration.words(ARRAY[k.reference])
       AND r.borrower_reference IS NULL
       AND r.loan_reference IS NULL
      JOIN integration.import_run i ON i.id = r.import_id AND i.source = k.source
     WHERE btrim(
             CASE
               WHEN k.kind = 'borrower' AND r.part = 'LOANS'
                 THEN r.record[array_position(
                        i.loan_columns, btrim(i.mapping #>> '{loans,borrower,reference,column}'))]
               WHEN k.kind = 'loan' AND r.part = 'LOANS'
                 THEN r.record[array_position(
                        i.loan_columns, btrim(i.mapping #>> '{loans,reference,column}'))]
               WHEN k.kind = 'loan'
                 THEN r.record[array_position(
                        i.payment_columns, btrim(i.mapping #>> '{payments,loanReference,column}'))]
             END) = k.reference)
  SELECT f.import_id, f.part, f.row,
         bool_or(f.by = 'number')
           OR (bool_or(f.by = 'name' AND f.is_whole) AND bool_or(f.by = 'contact'))
    FROM found f
   GROUP BY f.import_id, f.part, f.row
$$;

-- Blanks the refused rows that are certainly about a borrower, and says how many; that there were so
-- many, and in which file, stays. They are append-only for the application: this is the one
-- exception, and not while anything is open.
CREATE FUNCTION integration.forget_rows(borrower uuid) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  blanked bigint;
BEGIN
  IF EXISTS (SELECT 1
               FROM loan.loan_card l
              WHERE l.borrower_id = borrower
                AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')) THEN
    RAISE EXCEPTION 'A loan of borrower % is open', borrower;
  END IF;
  UPDATE integration.rejection r
     SET record             = ARRAY['erased'],
         borrower_reference = NULL,
         loan_reference     = NULL,
         problems           = '[{"column": null, "found": "erased",
                                 "expected": "a row about somebody who was not erased",
                                 "fix": "Leave it out, or take it from the file that was sent if it is about somebody else of the same name."}]'
    FROM integration.rows_about(borrower) a
   WHERE a.certain
     AND r.import_id = a.import_id
     AND r.part = a.part
     AND r.row = a.row;
  GET DIAGNOSTICS blanked = ROW_COUNT;
  RETURN blanked;
END $$;

REVOKE EXECUTE ON FUNCTION integration.forget_rows FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.forget_rows TO loanwright_app;
