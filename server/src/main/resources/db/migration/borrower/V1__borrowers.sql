-- Who borrows, or has applied: persons and firms.
CREATE SCHEMA borrower;

CREATE SEQUENCE borrower.borrower_number;

CREATE TABLE borrower.borrower (
  id                   uuid        PRIMARY KEY,       -- version 7: its order is that of the numbers
  number               text        NOT NULL UNIQUE,
  kind                 text        NOT NULL CHECK (kind IN ('PERSON', 'ORGANIZATION')),
  name                 text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  phone                text        CHECK (length(phone) <= 40 AND phone ~ '[0-9]'),
  email                text        CHECK (length(email) BETWEEN 1 AND 254),
  date_of_birth        date        CHECK (date_of_birth >= DATE '1900-01-01'),
  address              text        CHECK (length(address) BETWEEN 1 AND 500),
  monthly_income_minor bigint      CHECK (monthly_income_minor >= 0),
  income_currency      text        CHECK (income_currency ~ '^[A-Z]{3}$'),
  branch_id            uuid        NOT NULL REFERENCES organization.branch,
  officer_id           uuid        REFERENCES identity.user_account,
  user_id              uuid        UNIQUE REFERENCES identity.user_account,
  status               text        NOT NULL CHECK (status IN ('UNVERIFIED', 'ACTIVE', 'BLOCKED')),
  created_at           timestamptz NOT NULL DEFAULT now(),
  version              bigint      NOT NULL DEFAULT 1,
  -- What is searched in; the phone number also without what people put between its digits.
  search               text        NOT NULL GENERATED ALWAYS AS (
    name || ' ' || number || coalesce(' ' || email, '')
      || coalesce(' ' || phone || ' ' || regexp_replace(phone, '[^0-9]', '', 'g'), '')) STORED,
  CHECK ((monthly_income_minor IS NULL) = (income_currency IS NULL))
);

-- An e-mail address or a phone number leads to one borrower, however it is written.
CREATE UNIQUE INDEX borrower_email_key ON borrower.borrower (lower(email));
CREATE UNIQUE INDEX borrower_phone_key
  ON borrower.borrower (regexp_replace(phone, '[^0-9]', '', 'g'));

CREATE INDEX borrower_name_idx ON borrower.borrower (lower(name), id);
CREATE INDEX borrower_branch_idx ON borrower.borrower (branch_id, id);
CREATE INDEX borrower_officer_idx ON borrower.borrower (officer_id, id);
CREATE INDEX borrower_status_idx ON borrower.borrower (status, id);
CREATE INDEX borrower_search_idx ON borrower.borrower USING gin (search public.gin_trgm_ops);
-- For lists of other modules, which look for a part of the name in the view below.
CREATE INDEX borrower_name_part_idx ON borrower.borrower USING gin (name public.gin_trgm_ops);

-- Published: what lists and searches of other modules show of a borrower.
CREATE VIEW borrower.borrower_card AS
SELECT id, number, name, phone, branch_id, officer_id, user_id
  FROM borrower.borrower;

REVOKE DELETE ON borrower.borrower FROM loanwright_app;
REVOKE INSERT, UPDATE, DELETE ON borrower.borrower_card FROM loanwright_app;
