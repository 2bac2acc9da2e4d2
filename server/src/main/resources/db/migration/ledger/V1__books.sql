-- The books: accounts, an append-only journal, wallets, and the keys that make a repeat harmless.
CREATE SCHEMA ledger;

CREATE TABLE ledger.account (
  id       uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
  code     text    NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$'),
  name     text    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  type     text    NOT NULL CHECK (type IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  currency text    CHECK (currency ~ '^[A-Z]{3}$'),   -- null: takes any currency
  header   boolean NOT NULL DEFAULT false,            -- a heading takes no lines
  active   boolean NOT NULL DEFAULT true,             -- offered where an account is chosen
  version  bigint  NOT NULL DEFAULT 1
);

CREATE TABLE ledger.journal_entry (
  id            uuid        PRIMARY KEY,              -- made by the caller
  number        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
  business_date date        NOT NULL,                 -- the value date
  branch_id     uuid        NOT NULL,
  description   text        NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
  source_type   text        NOT NULL,
  source_id     uuid        NOT NULL,
  corrects      uuid        REFERENCES ledger.journal_entry,
  lines         smallint    NOT NULL CHECK (lines BETWEEN 2 AND 200),
  recorded_at   timestamptz NOT NULL DEFAULT now(),
  recorded_by   uuid        NOT NULL
);

CREATE INDEX journal_entry_business_date_idx ON ledger.journal_entry (business_date, number);
CREATE INDEX journal_entry_branch_idx ON ledger.journal_entry (branch_id, business_date, number);
CREATE INDEX journal_entry_source_idx ON ledger.journal_entry (source_id);

CREATE TABLE ledger.journal_line (
  entry_id      uuid     NOT NULL REFERENCES ledger.journal_entry,
  line          smallint NOT NULL CHECK (line > 0),
  account_id    uuid     NOT NULL REFERENCES ledger.account,
  side          "char"   NOT NULL CHECK (side IN ('D', 'C')),
  currency      text     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  amount_minor  bigint   NOT NULL CHECK (amount_minor > 0),
  business_date date     NOT NULL,                    -- as in the entry, for balances of an account
  loan_id       uuid,
  PRIMARY KEY (entry_id, line)
);

CREATE INDEX journal_line_account_idx ON ledger.journal_line (account_id, business_date, entry_id);
CREATE INDEX journal_line_loan_idx ON ledger.journal_line (loan_id) WHERE loan_id IS NOT NULL;

-- Checks, never computes. An entry is complete and balances in each currency, or commit refuses it,
-- whoever wrote it. Its lines are numbered from 1 without a gap up to the number that the entry
-- states, so nothing can be added to it later.
CREATE FUNCTION ledger.assert_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) <> NEW.lines OR max(line) <> NEW.lines
        FROM ledger.journal_line
       WHERE entry_id = NEW.id)
  THEN
    RAISE EXCEPTION 'journal entry % has other lines than it says', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1
               FROM ledger.journal_line
              WHERE entry_id = NEW.id
              GROUP BY currency
             HAVING sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) <> 0)
  THEN
    RAISE EXCEPTION 'journal entry % does not balance', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entry_balanced
  AFTER INSERT ON ledger.journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger.assert_balanced();

CREATE FUNCTION ledger.assert_lines_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stray record;
BEGIN
  SELECT n.line, n.entry_id
    INTO stray
    FROM added n
    LEFT JOIN ledger.journal_entry e ON e.id = n.entry_id
    LEFT JOIN ledger.account a ON a.id = n.account_id
   WHERE (n.line <= e.lines
          AND n.business_date = e.business_date
          AND NOT a.header
          AND coalesce(a.currency, n.currency) = n.currency) IS NOT TRUE
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'line % does not fit journal entry % or its account', stray.line, stray.entry_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER lines_fit
  AFTER INSERT ON ledger.journal_line
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.assert_lines_fit();

-- An account that has lines keeps its nature.
CREATE FUNCTION ledger.account_keeps_nature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ledger.journal_line WHERE account_id = OLD.id) THEN
    RAISE EXCEPTION 'account % has entries', OLD.code USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER account_keeps_nature
  BEFORE UPDATE OF type, header, currency ON ledger.account
  FOR EACH ROW
  WHEN (OLD.type <> NEW.type OR OLD.header <> NEW.header OR OLD.currency IS DISTINCT FROM NEW.currency)
  EXECUTE FUNCTION ledger.account_keeps_nature();

-- Money that is held for somebody and must not be overdrawn: a row to lock.
CREATE TABLE ledger.wallet (
  id            uuid   PRIMARY KEY,
  kind          text   NOT NULL CHECK (kind IN ('BORROWER')),
  owner_id      uuid   NOT NULL,
  currency      text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  account_id    uuid   NOT NULL REFERENCES ledger.account,
  balance_minor bigint NOT NULL CHECK (balance_minor >= 0),
  UNIQUE (owner_id, kind, currency)
);

-- The first answer of a command, for whoever repeats it. Kept as long as the entries.
CREATE TABLE ledger.idempotency_key (
  key          text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  request_hash text        NOT NULL CHECK (request_hash ~ '^[0-9a-f]{64}$'),
  status       smallint,                              -- null only while the work runs
  body         text,
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  CHECK ((status IS NULL) = (body IS NULL))
);

REVOKE UPDATE, DELETE, TRUNCATE ON ledger.journal_entry, ledger.journal_line FROM loanwright_app;
REVOKE DELETE, TRUNCATE ON ledger.account, ledger.wallet, ledger.idempotency_key FROM loanwright_app;
