-- Installments come many at a time, and for each the loan was looked up by a key. Now a statement that
-- adds some is looked at as a whole, each loan once. What is refused is the same: loans are never deleted,
-- and never get another id. Splits keep their key: the planner knows from it that loan and event belong
-- together.
CREATE FUNCTION loan.assert_loans_known() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stray uuid;
BEGIN
  SELECT a.loan_id
    INTO stray
    FROM (SELECT DISTINCT loan_id FROM added) a
   WHERE (SELECT true FROM loan.loan l WHERE l.id = a.loan_id) IS NOT TRUE
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an installment is of loan %, which is not there', stray
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- For what such a check compared once, on either side. Triggers of updates are of the statement that
-- names the column: for one of each row, every update would lock its row first.
CREATE FUNCTION loan.assert_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: that rows belong together is looked at when they are added',
                  lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'foreign_key_violation';
END $$;

CREATE TRIGGER loans_known
  AFTER INSERT ON loan.installment
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION loan.assert_loans_known();

CREATE TRIGGER loan_kept
  BEFORE UPDATE OF loan_id ON loan.installment
  FOR EACH STATEMENT EXECUTE FUNCTION loan.assert_kept();

CREATE TRIGGER kept
  BEFORE DELETE ON loan.loan
  FOR EACH ROW EXECUTE FUNCTION loan.assert_kept();

CREATE TRIGGER kept_as_it_is
  BEFORE UPDATE OF id ON loan.loan
  FOR EACH STATEMENT EXECUTE FUNCTION loan.assert_kept();

ALTER TABLE loan.installment DROP CONSTRAINT installment_loan_id_fkey;

-- Of the events that take no other one back, the index had an entry each.
CREATE UNIQUE INDEX event_reverses_key ON loan.event (loan_id, reverses) WHERE reverses IS NOT NULL;
ALTER TABLE loan.event DROP CONSTRAINT event_loan_id_reverses_key;

-- What each loan owes, for lists in the order of it. It changes with each payment; as an index of loan.loan
-- it made each payment add an entry to all indexes of that table. A projection: whatever adds or
-- changes a loan writes it in the same transaction, and the verifier compares both.
CREATE TABLE loan.owed (
  loan_id    uuid   PRIMARY KEY,
  owed_minor bigint NOT NULL
);

REVOKE DELETE, TRUNCATE ON loan.owed FROM loanwright_app;

INSERT INTO loan.owed (loan_id, owed_minor)
SELECT id, principal_outstanding_minor + interest_outstanding_minor + fees_outstanding_minor
           + penalties_outstanding_minor
  FROM loan.loan;

CREATE INDEX owed_order_idx ON loan.owed (owed_minor, loan_id);

-- Published.
CREATE VIEW loan.loan_owed AS
SELECT loan_id, owed_minor
  FROM loan.owed;

REVOKE INSERT, UPDATE, DELETE ON loan.loan_owed FROM loanwright_app;

DROP INDEX loan.loan_outstanding_idx;

-- Room on each page for the row that takes the place of another one.
ALTER TABLE loan.loan SET (fillfactor = 85);
