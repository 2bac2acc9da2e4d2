-- A receipt has the number of its payment. Two keys to the payment let it have that of another one; a
-- check of what a statement adds does not, and costs one look for each. Payments are never deleted, and
-- their numbers never change.
CREATE FUNCTION payment.assert_receipts_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stray text;
BEGIN
  SELECT a.number
    INTO stray
    FROM added a
   WHERE (SELECT p.receipt_number
            FROM payment.payment p
           WHERE p.id = a.payment_id) IS DISTINCT FROM a.number
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'receipt % is of no payment with its number', stray
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- For what such a check compared once, on either side. Triggers of updates are of the statement that
-- names the column: for one of each row, every update would lock its row first.
CREATE FUNCTION payment.assert_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: that rows belong together is looked at when they are added',
                  lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'foreign_key_violation';
END $$;

CREATE TRIGGER receipts_fit
  AFTER INSERT ON payment.receipt
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION payment.assert_receipts_fit();

CREATE TRIGGER number_kept
  BEFORE UPDATE OF number, payment_id ON payment.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION payment.assert_kept();

CREATE TRIGGER kept
  BEFORE DELETE ON payment.payment
  FOR EACH ROW EXECUTE FUNCTION payment.assert_kept();

CREATE TRIGGER kept_as_it_is
  BEFORE UPDATE OF id, receipt_number ON payment.payment
  FOR EACH STATEMENT EXECUTE FUNCTION payment.assert_kept();

-- No key of another table is in the way of it any more.
CREATE TRIGGER not_emptied
  BEFORE TRUNCATE ON payment.payment
  FOR EACH STATEMENT EXECUTE FUNCTION payment.assert_kept();

-- No two receipts have one number, since no two payments do; a receipt is looked for by its payment.
ALTER TABLE payment.receipt
  DROP CONSTRAINT receipt_number_fkey,
  DROP CONSTRAINT receipt_payment_id_fkey,
  DROP CONSTRAINT receipt_pkey,
  DROP CONSTRAINT receipt_payment_id_key,
  ADD PRIMARY KEY (payment_id),
  ALTER COLUMN number SET NOT NULL;

-- The payments of a loan are found by the index of its receipts.
DROP INDEX payment.payment_loan_idx;
