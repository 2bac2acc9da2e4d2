-- That the entry and the account of a line are there was checked twice: for each line by two keys, and
-- for all lines of a statement by lines_fit, which reads both anyway. Entries and accounts are never
-- deleted, and never get another id, so the keys are not needed; nor are the locks that they took on
-- accounts, which all payments have in common.
--
-- Each line looks its entry and its account up by their indexes, however many lines there were when a
-- connection planned this first.
CREATE OR REPLACE FUNCTION ledger.assert_lines_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stray record;
BEGIN
  SELECT n.line, n.entry_id
    INTO stray
    FROM added n
   WHERE (SELECT n.line <= e.lines AND n.business_date = e.business_date
            FROM ledger.journal_entry e
           WHERE e.id = n.entry_id) IS NOT TRUE
      OR (SELECT NOT a.header AND coalesce(a.currency, n.currency) = n.currency
            FROM ledger.account a
           WHERE a.id = n.account_id) IS NOT TRUE
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'line % does not fit journal entry % or its account', stray.line, stray.entry_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- For what others point to by such a check. Triggers of updates are of the statement that names the column:
-- for one of each row, every update would lock its row first.
CREATE FUNCTION ledger.assert_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: other rows point to it', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'foreign_key_violation';
END $$;

CREATE TRIGGER kept
  BEFORE DELETE ON ledger.journal_entry
  FOR EACH ROW EXECUTE FUNCTION ledger.assert_kept();

CREATE TRIGGER kept_as_it_is
  BEFORE UPDATE OF id ON ledger.journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.assert_kept();

CREATE TRIGGER kept
  BEFORE DELETE ON ledger.account
  FOR EACH ROW EXECUTE FUNCTION ledger.assert_kept();

CREATE TRIGGER kept_as_it_is
  BEFORE UPDATE OF id ON ledger.account
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.assert_kept();

-- Lines are append-only for the application; whoever may change one cannot move it to nowhere.
CREATE FUNCTION ledger.assert_line_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger.journal_entry e WHERE e.id = NEW.entry_id)
     OR NOT EXISTS (SELECT FROM ledger.account a WHERE a.id = NEW.account_id) THEN
    RAISE EXCEPTION 'line % of entry % has no entry or no account', NEW.line, NEW.entry_id
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER line_known
  BEFORE UPDATE OF entry_id, account_id ON ledger.journal_line
  FOR EACH ROW EXECUTE FUNCTION ledger.assert_line_known();

ALTER TABLE ledger.journal_line
  DROP CONSTRAINT journal_line_entry_id_fkey,
  DROP CONSTRAINT journal_line_account_id_fkey;

-- Checks, never computes: whoever writes it, an entry is not booked in a closed month. Once for all
-- entries of a statement.
DROP TRIGGER entry_in_open_month ON ledger.journal_entry;

CREATE OR REPLACE FUNCTION ledger.assert_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed date := (SELECT max(month) FROM ledger.period WHERE state = 'CLOSED');
  stray  uuid;
BEGIN
  SELECT a.id
    INTO stray
    FROM added a
   WHERE closed >= date_trunc('month', coalesce(a.booked_on, a.business_date))
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'journal entry % is booked in a closed month', stray
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER entries_in_open_months
  AFTER INSERT ON ledger.journal_entry
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.assert_open();
