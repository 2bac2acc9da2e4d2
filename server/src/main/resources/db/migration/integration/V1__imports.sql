-- Imports of other systems' portfolios, and by which references their records are known here.
CREATE SCHEMA integration;

CREATE TABLE integration.import_run (
  id                 uuid        PRIMARY KEY,
  job_id             uuid        NOT NULL UNIQUE,
  source             text        NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  file_name          text        NOT NULL,
  payments_file_name text,
  dry_run            boolean     NOT NULL,
  mapping            jsonb       NOT NULL,
  -- Names of the columns of each file, for the file of rejected rows.
  loan_columns       text[],
  payment_columns    text[],
  status             text        NOT NULL
                                 CHECK (status IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  error              text,
  -- Counts and control totals as far as it is.
  summary            jsonb       NOT NULL,
  started_by         uuid        NOT NULL,
  started_by_name    text        NOT NULL,
  started_at         timestamptz NOT NULL,
  ended_at           timestamptz,
  CHECK ((status = 'RUNNING') = (ended_at IS NULL))
);

CREATE INDEX import_run_starter_idx ON integration.import_run (started_by, id);

-- A row of a file that was refused, as it was, with the reasons.
CREATE TABLE integration.rejection (
  import_id uuid   NOT NULL REFERENCES integration.import_run,
  part      text   NOT NULL CHECK (part IN ('LOANS', 'PAYMENTS')),
  row       bigint NOT NULL CHECK (row > 1),
  problems  jsonb  NOT NULL,
  record    text[] NOT NULL,
  PRIMARY KEY (import_id, part, row)
);

-- What other systems call the records here. A file that is imported again finds them and adds
-- nothing.
CREATE TABLE integration.borrower_reference (
  source      text NOT NULL,
  reference   text NOT NULL,
  borrower_id uuid NOT NULL REFERENCES borrower.borrower,
  import_id   uuid NOT NULL REFERENCES integration.import_run,
  PRIMARY KEY (source, reference)
);

CREATE TABLE integration.loan_reference (
  source    text NOT NULL,
  reference text NOT NULL,
  loan_id   uuid NOT NULL UNIQUE REFERENCES loan.loan,
  import_id uuid NOT NULL REFERENCES integration.import_run,
  PRIMARY KEY (source, reference)
);

CREATE TABLE integration.payment_reference (
  source     text NOT NULL,
  reference  text NOT NULL,
  payment_id uuid NOT NULL UNIQUE,
  import_id  uuid NOT NULL REFERENCES integration.import_run,
  PRIMARY KEY (source, reference)
);

REVOKE UPDATE, DELETE ON integration.borrower_reference, integration.loan_reference,
  integration.payment_reference, integration.rejection FROM loanwright_app;
REVOKE DELETE ON integration.import_run FROM loanwright_app;
