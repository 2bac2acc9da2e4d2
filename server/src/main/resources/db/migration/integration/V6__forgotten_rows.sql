-- The words of a refused row: of all its cells, in small letters; of a cell that looks like a phone
-- number also its last nine digits.
CREATE FUNCTION integration.words(record text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  SELECT word
    FROM unnest(record) AS cell
   CROSS JOIN LATERAL (
           SELECT regexp_split_to_table(lower(cell), '[[:space:],;]+') AS word
            UNION ALL
           SELECT 'tel:' || right(regexp_replace(cell, '[^0-9]', '', 'g'), 9)
            WHERE cell ~ '^[[:space:]]*[+0-9][-+0-9 ()./]{5,30}$') each
   WHERE word <> '');

CREATE INDEX rejection_words_idx ON integration.rejection USING gin (integration.words(record));

-- The refused rows about a borrower: those that have every word of his name, his phone number or his
-- e-mail address, and those with a number by which the other system knows him, his loan or his
-- payment, in the column of such numbers. A name of one word must be all of a cell.
CREATE FUNCTION integration.rows_about(borrower uuid)
  RETURNS TABLE (import_id uuid, part text, "row" bigint)
  LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT r.import_id, r.part, r.row
    FROM borrower.borrower_card b
    JOIN integration.rejection r
      ON integration.words(r.record) @> integration.words(ARRAY[b.name])
   WHERE b.id = rows_about.borrower
     AND (cardinality(integration.words(ARRAY[b.name])) > 1
          OR EXISTS (SELECT 1 FROM unnest(r.record) cell WHERE lower(btrim(cell)) = lower(b.name)))
   UNION
  SELECT r.import_id, r.part, r.row
    FROM borrower.borrower_card b
    JOIN integration.rejection r
      ON integration.words(r.record)
           && array_remove(ARRAY[lower(b.email),
                                 'tel:' || right(regexp_replace(b.phone, '[^0-9]', '', 'g'), 9)],
                           NULL)
   WHERE b.id = rows_about.borrower
   UNION
  SELECT r.import_id, r.part, r.row
    FROM (SELECT source, reference, 'LOANS' AS part, 'borrower' AS kind
            FROM integration.borrower_reference
           WHERE borrower_id = rows_about.borrower
           UNION ALL
          SELECT f.source, f.reference, p.part, 'loan'
            FROM integration.loan_reference f
            JOIN loan.loan_card l ON l.id = f.loan_id
           CROSS JOIN (VALUES ('LOANS'), ('PAYMENTS')) p (part)
           WHERE l.borrower_id = rows_about.borrower) known
    JOIN integration.rejection r
      ON integration.words(r.record) @> integration.words(ARRAY[known.reference])
     AND r.part = known.part
    JOIN integration.import_run i ON i.id = r.import_id AND i.source = known.source
   WHERE btrim(
           CASE
             WHEN known.kind = 'borrower'
               THEN r.record[array_position(i.loan_columns,
                                            i.mapping #>> '{loans,borrower,reference,column}')]
             WHEN known.part = 'LOANS'
               THEN r.record[array_position(i.loan_columns,
                                            i.mapping #>> '{loans,reference,column}')]
             ELSE r.record[array_position(i.payment_columns,
                                          i.mapping #>> '{payments,loanReference,column}')]
           END) = known.reference
$$;

-- Blanks the refused rows about a borrower; how many there were, and in which file, stays. They are
-- append-only for the application: this is the one exception, and not while anything is open.
CREATE FUNCTION integration.forget_rows(borrower uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1
               FROM loan.loan_card l
              WHERE l.borrower_id = borrower
                AND l.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')) THEN
    RAISE EXCEPTION 'A loan of borrower % is open', borrower;
  END IF;
  UPDATE integration.rejection r
     SET record   = ARRAY['erased'],
         problems = '[{"column": null, "found": "erased", "expected": "nothing any more",
                       "fix": "It was about somebody who was erased: leave it out."}]'
    FROM integration.rows_about(borrower) a
   WHERE r.import_id = a.import_id
     AND r.part = a.part
     AND r.row = a.row;
END $$;

REVOKE EXECUTE ON FUNCTION integration.forget_rows FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.forget_rows TO loanwright_app;
