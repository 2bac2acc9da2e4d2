-- Work on loans that are behind: who was called, what was promised, and what is to be done next.
CREATE SCHEMA collection;

-- Each time that somebody tried to reach a borrower because of a loan. Never edited.
CREATE TABLE collection.contact (
  id               uuid        PRIMARY KEY,
  loan_id          uuid        NOT NULL REFERENCES loan.loan,
  borrower_id      uuid        NOT NULL REFERENCES borrower.borrower,
  on_date          date        NOT NULL,
  channel          text        NOT NULL
                               CHECK (channel IN ('CALL', 'VISIT', 'SMS', 'LETTER', 'OTHER')),
  result           text        NOT NULL
                               CHECK (result IN ('REACHED', 'NOT_REACHED', 'PROMISED', 'REFUSED', 'DISPUTED',
                                                 'WRONG_NUMBER', 'MOVED', 'OTHER')),
  -- With whom, where it was not the borrower.
  person           text        CHECK (length(person) BETWEEN 1 AND 200),
  note             text        CHECK (length(note) BETWEEN 1 AND 2000),
  recorded_by      uuid        NOT NULL,
  recorded_by_name text        NOT NULL,
  recorded_at      timestamptz NOT NULL
);

-- Ids grow with time.
CREATE INDEX contact_loan_idx ON collection.contact (loan_id, id);
CREATE INDEX contact_borrower_idx ON collection.contact (borrower_id, id);

REVOKE UPDATE, DELETE, TRUNCATE ON collection.contact FROM loanwright_app;

-- What a borrower promised to pay. It is kept once payments of a value date from made_on to due_on add
-- up to the amount; the close of a day decides.
CREATE TABLE collection.promise (
  id           uuid        PRIMARY KEY,
  contact_id   uuid        NOT NULL UNIQUE REFERENCES collection.contact,
  loan_id      uuid        NOT NULL REFERENCES loan.loan,
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
  currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  made_on      date        NOT NULL,
  due_on       date        NOT NULL,
  made_by      uuid        NOT NULL,
  made_by_name text        NOT NULL,
  state        text        NOT NULL DEFAULT 'OPEN'
                           CHECK (state IN ('OPEN', 'KEPT', 'BROKEN', 'CANCELLED')),
  -- The day whose close decided, or on which it was cancelled.
  decided_on   date,
  -- What was paid, as the last close that looked at it saw.
  paid_minor   bigint      NOT NULL DEFAULT 0 CHECK (paid_minor >= 0),
  reason       text        CHECK (length(reason) BETWEEN 1 AND 2000),
  CHECK (due_on >= made_on),
  CHECK ((state = 'OPEN') = (decided_on IS NULL)),
  CHECK ((state = 'CANCELLED') = (reason IS NOT NULL)),
  CONSTRAINT promise_kept_is_paid CHECK (state <> 'KEPT' OR paid_minor >= amount_minor)
);

-- One open promise a loan.
CREATE UNIQUE INDEX promise_open_idx ON collection.promise (loan_id) WHERE state = 'OPEN';
CREATE INDEX promise_loan_idx ON collection.promise (loan_id, id);
CREATE INDEX promise_decided_on_idx ON collection.promise (decided_on)
  WHERE state IN ('KEPT', 'BROKEN');
CREATE INDEX promise_decided_idx ON collection.promise (made_by, decided_on)
  WHERE state IN ('KEPT', 'BROKEN');

REVOKE DELETE, TRUNCATE ON collection.promise FROM loanwright_app;
REVOKE UPDATE ON collection.promise FROM loanwright_app;
GRANT UPDATE (state, decided_on, paid_minor, reason) ON collection.promise TO loanwright_app;

-- Loans with promises of which a payment was taken back, or taken with an earlier value date: for
-- the next close of a day, which looks at their promises again and takes them off. Rows are only
-- added, so no payment waits for another one or for a close.
CREATE TABLE collection.promise_unseen (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  loan_id uuid   NOT NULL
);

REVOKE UPDATE ON collection.promise_unseen FROM loanwright_app;

-- Whose work a loan is and what is next, where that is not as usual; one row a loan.
CREATE TABLE collection.follow_up (
  loan_id      uuid PRIMARY KEY REFERENCES loan.loan,
  -- Whose work it is; null: the loan's officer's.
  assigned_to  uuid REFERENCES identity.user_account,
  action       text CHECK (action IN ('CALL', 'VISIT', 'LETTER', 'LEGAL')),
  action_on    date,
  action_note  text CHECK (length(action_note) BETWEEN 1 AND 500),
  -- The last contact.
  contacted_on date,
  CHECK ((action IS NULL) = (action_on IS NULL)),
  CHECK (action IS NOT NULL OR action_note IS NULL)
);

CREATE INDEX follow_up_assigned_idx ON collection.follow_up (assigned_to, loan_id)
  WHERE assigned_to IS NOT NULL;

REVOKE DELETE, TRUNCATE ON collection.follow_up FROM loanwright_app;

-- Published: what lists of other modules show.
CREATE VIEW collection.promise_card AS
SELECT id, loan_id, amount_minor, currency, made_on, due_on, state
  FROM collection.promise;

REVOKE INSERT, UPDATE, DELETE ON collection.promise_card FROM loanwright_app;
