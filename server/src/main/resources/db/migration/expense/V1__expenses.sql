-- What the lender spends: written down by one person, decided by another one, paid out of a wallet.
CREATE SCHEMA expense;

CREATE TABLE expense.category (
  id           uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
  name         text    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  account_code text    NOT NULL REFERENCES ledger.account (code),
  active       boolean NOT NULL DEFAULT true,        -- offered where an expense is written down
  version      bigint  NOT NULL DEFAULT 1
);

CREATE UNIQUE INDEX category_name_key ON expense.category (lower(name));

-- Where the lender has made one of these accounts of another type, payments are refused until the
-- category names another account.
INSERT INTO expense.category (name, account_code) VALUES
  ('Salaries', '5210'),
  ('Rent', '5220'),
  ('Office and supplies', '5230'),
  ('Travel and transport', '5240'),
  ('Telephone and internet', '5250'),
  ('Bank charges', '5260'),
  ('Other', '5200');

CREATE TABLE expense.expense (
  id                uuid        PRIMARY KEY,
  number            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
  category_id       uuid        NOT NULL REFERENCES expense.category,
  branch_id         uuid        NOT NULL REFERENCES organization.branch,
  spent_on          date        NOT NULL,             -- as the voucher says
  vendor            text        NOT NULL CHECK (length(vendor) BETWEEN 1 AND 200),
  voucher           text        CHECK (length(voucher) BETWEEN 1 AND 100),
  note              text        CHECK (length(note) BETWEEN 1 AND 2000),
  currency          text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  amount_minor      bigint      NOT NULL CHECK (amount_minor > 0),
  recorded_by       uuid        NOT NULL,
  recorded_name     text        NOT NULL,
  recorded_at       timestamptz NOT NULL DEFAULT now(),
  status            text        NOT NULL DEFAULT 'RECORDED'
                    CHECK (status IN ('RECORDED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'PAID', 'TAKEN_BACK')),
  decided_by        uuid,
  decided_name      text,
  decided_at        timestamptz,
  decision_reason   text        CHECK (length(decision_reason) BETWEEN 1 AND 2000),
  paid_on           date,                             -- the value date; its entry has the id below
  paid_by           uuid,
  paid_name         text,
  paid_at           timestamptz,
  wallet_id         uuid        REFERENCES ledger.lender_wallet,
  entry_id          uuid,
  account_code      text,                             -- that was debited
  taken_back_on     date,
  taken_back_by     uuid,
  taken_back_name   text,
  taken_back_at     timestamptz,
  taken_back_reason text        CHECK (length(taken_back_reason) BETWEEN 1 AND 2000),
  CHECK ((status = 'RECORDED') = (decided_by IS NULL)),
  CHECK (num_nulls(decided_by, decided_name, decided_at) IN (0, 3)),
  CHECK ((status = 'REJECTED') = (decision_reason IS NOT NULL)),
  -- Whoever wrote it down takes it back; everything else is decided by somebody else.
  CHECK ((decided_by = recorded_by) = (status = 'WITHDRAWN')),
  CHECK ((status IN ('PAID', 'TAKEN_BACK')) = (paid_on IS NOT NULL)),
  CHECK (num_nulls(paid_on, paid_by, paid_name, paid_at, wallet_id, entry_id, account_code) IN (0, 7)),
  CHECK ((status = 'TAKEN_BACK') = (taken_back_on IS NOT NULL)),
  CHECK (num_nulls(taken_back_on, taken_back_by, taken_back_name, taken_back_at, taken_back_reason)
         IN (0, 5))
);

CREATE INDEX expense_status_idx ON expense.expense (status, id);
CREATE INDEX expense_category_idx ON expense.expense (category_id, id);
CREATE INDEX expense_branch_idx ON expense.expense (branch_id, id);
CREATE INDEX expense_recorded_by_idx ON expense.expense (recorded_by, id);
CREATE INDEX expense_paid_idx ON expense.expense (currency, paid_on) WHERE status = 'PAID';

REVOKE DELETE, TRUNCATE ON expense.category FROM loanwright_app;
REVOKE UPDATE, DELETE, TRUNCATE ON expense.expense FROM loanwright_app;
GRANT UPDATE (status, decided_by, decided_name, decided_at, decision_reason, paid_on, paid_by, paid_name,
              paid_at, wallet_id, entry_id, account_code, taken_back_on, taken_back_by, taken_back_name,
              taken_back_at, taken_back_reason)
   ON expense.expense TO loanwright_app;
