-- Months of the books: what is in a closed one stays as it was.

-- The date of an entry is its value date. Where that lies in a month that was closed already, the
-- entry is booked on the first day of the first month that is not.
ALTER TABLE ledger.journal_entry ADD COLUMN booked_on date CHECK (booked_on > business_date);

CREATE INDEX journal_entry_late_idx ON ledger.journal_entry (booked_on) WHERE booked_on IS NOT NULL;

-- One row for each month that was closed or is about to be; all others are open.
CREATE TABLE ledger.period (
  month             date        PRIMARY KEY CHECK (date_trunc('month', month) = month),
  state             text        NOT NULL CHECK (state IN ('OPEN', 'CLOSING', 'CLOSED')),
  changed_at        timestamptz NOT NULL DEFAULT now(),
  changed_by        uuid        NOT NULL,
  changed_name      text        NOT NULL,
  turn              integer     NOT NULL,             -- of ledger.period_turn when it got its state
  seal              uuid        UNIQUE,               -- of its sums, once it is closed
  sealed_at         timestamptz,                      -- when they were added up, soon after
  reopening_at      timestamptz,                      -- somebody asked for it, another one decides
  reopening_by      uuid,
  reopening_name    text,
  reopening_reason  text        CHECK (length(reopening_reason) BETWEEN 1 AND 2000),
  CHECK ((state = 'CLOSED') = (seal IS NOT NULL)),
  CHECK (seal IS NOT NULL OR sealed_at IS NULL),
  CHECK (state = 'CLOSED' OR reopening_by IS NULL),
  CHECK (num_nulls(reopening_at, reopening_by, reopening_name, reopening_reason) IN (0, 4))
);

-- Counts the changes of states. Who changes one locks the row.
CREATE TABLE ledger.period_turn (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  turn integer NOT NULL
);

INSERT INTO ledger.period_turn (turn) VALUES (1);

-- What was booked in a month when it was closed; kept when it is opened again.
CREATE TABLE ledger.period_sum (
  seal         uuid   NOT NULL,
  account_id   uuid   NOT NULL REFERENCES ledger.account,
  branch_id    uuid   NOT NULL,
  currency     text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  debit_minor  bigint NOT NULL CHECK (debit_minor >= 0),
  credit_minor bigint NOT NULL CHECK (credit_minor >= 0),
  PRIMARY KEY (seal, account_id, branch_id, currency)
);

REVOKE DELETE, TRUNCATE ON ledger.period FROM loanwright_app;
REVOKE INSERT, DELETE, TRUNCATE ON ledger.period_turn FROM loanwright_app;
REVOKE UPDATE, DELETE, TRUNCATE ON ledger.period_sum FROM loanwright_app;

-- The first day that takes entries, null if all do. Whoever posts holds a lock in the name of the
-- turn whose states he has seen until the end of his transaction. Nobody ever takes it alone, so
-- nobody waits; but who seals a closed month sees whether somebody of an earlier turn is still at
-- work. Who got the lock of a turn that was over by then takes the next one.
CREATE FUNCTION ledger.open_from(by_hand boolean) RETURNS date LANGUAGE plpgsql AS $$
DECLARE
  seen integer;
BEGIN
  LOOP
    SELECT turn INTO STRICT seen FROM ledger.period_turn;
    PERFORM pg_advisory_xact_lock_shared(7302114, seen);
    EXIT WHEN seen = (SELECT turn FROM ledger.period_turn);
  END LOOP;
  RETURN (SELECT (max(month) + interval '1 month')::date
            FROM ledger.period
           WHERE state = 'CLOSED' OR (state = 'CLOSING' AND NOT by_hand));
END $$;

-- Whether somebody posts who has not seen the states of a turn yet.
CREATE FUNCTION ledger.posting_before(turn integer) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT EXISTS (SELECT 1
                   FROM pg_locks l
                   JOIN pg_database d ON d.oid = l.database
                  WHERE d.datname = current_database()
                    AND l.locktype = 'advisory'
                    AND l.objsubid = 2
                    AND l.classid = 7302114
                    AND l.objid::bigint < turn)
$$;

-- Checks, never computes: whoever writes it, an entry is not booked in a closed month.
CREATE FUNCTION ledger.assert_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1
               FROM ledger.period
              WHERE state = 'CLOSED'
                AND month >= date_trunc('month', coalesce(NEW.booked_on, NEW.business_date)))
  THEN
    RAISE EXCEPTION 'journal entry % is booked in a closed month', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER entry_in_open_month
  AFTER INSERT ON ledger.journal_entry
  FOR EACH ROW EXECUTE FUNCTION ledger.assert_open();

-- The lines by the day on which they are booked: those that came late are taken from their value
-- date and added to the day of booking, which leaves all others to the index of lines.
CREATE VIEW ledger.booked_line AS
SELECT account_id, currency, business_date, side, amount_minor
  FROM ledger.journal_line
 UNION ALL
SELECT l.account_id, l.currency, d.business_date, l.side, d.times * l.amount_minor
  FROM ledger.journal_entry e
  JOIN ledger.journal_line l ON l.entry_id = e.id
 CROSS JOIN LATERAL (VALUES (e.business_date, -1), (e.booked_on, 1)) AS d (business_date, times)
 WHERE e.booked_on IS NOT NULL;
