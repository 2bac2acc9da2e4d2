-- Money of the lender that is kept apart under a name: loan funds, expense wallets, tills. Each is an
-- account of the books by itself, below the heading 1150, and a row that is locked while it changes.
INSERT INTO ledger.account (code, name, type, header)
VALUES ('1150', 'Wallets of the lender', 'ASSET', true)
ON CONFLICT (code) DO NOTHING;

-- Numbers the accounts of wallets; a code that the lender has given to another account is left out.
CREATE SEQUENCE ledger.lender_wallet_account;

CREATE TABLE ledger.lender_wallet (
  id            uuid        PRIMARY KEY,
  kind          text        NOT NULL CHECK (kind IN ('LOAN_FUND', 'EXPENSE', 'TILL')),
  name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  branch_id     uuid        REFERENCES organization.branch,  -- null: of the organization
  user_id       uuid,                                        -- whose own it is; then of his branch
  currency      text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  account_id    uuid        NOT NULL UNIQUE REFERENCES ledger.account,
  balance_minor bigint      NOT NULL DEFAULT 0 CHECK (balance_minor >= 0),
  opened_at     timestamptz NOT NULL DEFAULT now(),
  closed_at     timestamptz,
  version       bigint      NOT NULL DEFAULT 1,
  CHECK (user_id IS NULL OR branch_id IS NOT NULL),
  CHECK (closed_at IS NULL OR balance_minor = 0)
);

CREATE UNIQUE INDEX lender_wallet_name_key ON ledger.lender_wallet (lower(name)) WHERE closed_at IS NULL;
CREATE INDEX lender_wallet_list_idx ON ledger.lender_wallet (lower(name), id);

REVOKE DELETE, TRUNCATE ON ledger.lender_wallet FROM loanwright_app;
REVOKE UPDATE ON ledger.lender_wallet FROM loanwright_app;
GRANT UPDATE (name, balance_minor, closed_at, version) ON ledger.lender_wallet TO loanwright_app;

-- What moved money of these wallets is taken back once; the lock on the wallets sees to it before.
CREATE UNIQUE INDEX journal_entry_lender_move_taken_back_key ON ledger.journal_entry (corrects)
 WHERE source_type IN ('lender-transfer', 'lender-top-up', 'lender-withdrawal') AND corrects IS NOT NULL;
