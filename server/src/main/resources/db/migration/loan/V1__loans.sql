-- Loans from application to closure. A loan is its terms and its events; everything marked as a
-- projection below is derived from them and can be rebuilt.
CREATE SCHEMA loan;

-- The part of a loan's number that counts; the year before it is that of the business date.
CREATE SEQUENCE loan.loan_number;

CREATE TABLE loan.loan (
  id                          uuid        PRIMARY KEY,
  number                      text        NOT NULL UNIQUE,
  borrower_id                 uuid        NOT NULL REFERENCES borrower.borrower,
  product_id                  uuid        NOT NULL,
  product_version             integer     NOT NULL,
  branch_id                   uuid        NOT NULL REFERENCES organization.branch,
  officer_id                  uuid,
  currency                    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  status                      text        NOT NULL,
  closed_reason               text,
  -- What was agreed; never edited after disbursement.
  terms                       jsonb       NOT NULL,
  requested_minor             bigint      NOT NULL CHECK (requested_minor > 0),
  approved_minor              bigint      CHECK (approved_minor > 0),
  disbursed_minor             bigint      CHECK (disbursed_minor > 0),
  purpose                     text,
  applied_by                  uuid        NOT NULL,
  -- Names are those of the time of the act, as on a paper that was signed.
  applied_by_name             text        NOT NULL,
  applied_on                  date        NOT NULL,
  applied_at                  timestamptz NOT NULL,
  approved_on                 date,
  disbursed_on                date,
  closed_on                   date,
  -- Why an application was rejected or withdrawn, or an approved loan cancelled.
  ended_reason                text,
  -- A flag beside the status: not expected to be repaid.
  defaulted                   boolean     NOT NULL DEFAULT false,
  -- Projection: what the schedule still asks for, and what was paid.
  principal_outstanding_minor bigint      NOT NULL DEFAULT 0 CHECK (principal_outstanding_minor >= 0),
  interest_outstanding_minor  bigint      NOT NULL DEFAULT 0 CHECK (interest_outstanding_minor >= 0),
  fees_outstanding_minor      bigint      NOT NULL DEFAULT 0 CHECK (fees_outstanding_minor >= 0),
  penalties_outstanding_minor bigint      NOT NULL DEFAULT 0 CHECK (penalties_outstanding_minor >= 0),
  principal_paid_minor        bigint      NOT NULL DEFAULT 0 CHECK (principal_paid_minor >= 0),
  interest_paid_minor         bigint      NOT NULL DEFAULT 0 CHECK (interest_paid_minor >= 0),
  fees_paid_minor             bigint      NOT NULL DEFAULT 0 CHECK (fees_paid_minor >= 0),
  penalties_paid_minor        bigint      NOT NULL DEFAULT 0 CHECK (penalties_paid_minor >= 0),
  -- Projection: the oldest installment not fully paid, due or not; null when none is left.
  oldest_unpaid_due_on        date,
  oldest_unpaid_minor         bigint      NOT NULL DEFAULT 0 CHECK (oldest_unpaid_minor >= 0),
  last_due_on                 date,
  event_count                 integer     NOT NULL DEFAULT 0 CHECK (event_count >= 0),
  version                     bigint      NOT NULL DEFAULT 0,

  FOREIGN KEY (product_id, product_version) REFERENCES product.version (product_id, version),
  CONSTRAINT loan_status_known CHECK (status IN
    ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'ACTIVE', 'CLOSED',
     'WRITTEN_OFF', 'CANCELLED')),
  CONSTRAINT loan_closed_reason_known CHECK (closed_reason IN
    ('REPAID', 'SETTLED_EARLY', 'REFINANCED', 'RESTRUCTURED', 'RECOVERED')),
  CONSTRAINT loan_approval_facts CHECK (
    (status IN ('APPROVED', 'ACTIVE', 'CLOSED', 'WRITTEN_OFF', 'CANCELLED'))
      = (approved_minor IS NOT NULL AND approved_on IS NOT NULL)
    AND (approved_minor IS NULL) = (approved_on IS NULL)),
  CONSTRAINT loan_disbursement_facts CHECK (
    (status IN ('ACTIVE', 'CLOSED', 'WRITTEN_OFF'))
      = (disbursed_minor IS NOT NULL AND disbursed_on IS NOT NULL)
    AND (disbursed_minor IS NULL) = (disbursed_on IS NULL)),
  CONSTRAINT loan_closing_facts CHECK (
    (status = 'CLOSED') = (closed_reason IS NOT NULL)
    AND (closed_reason IS NULL) = (closed_on IS NULL)),
  CONSTRAINT loan_ended_reason CHECK (status <> 'REJECTED' OR ended_reason IS NOT NULL),
  CONSTRAINT loan_owes_only_while_running CHECK (
    status IN ('ACTIVE', 'WRITTEN_OFF')
    OR principal_outstanding_minor + interest_outstanding_minor + fees_outstanding_minor
       + penalties_outstanding_minor + oldest_unpaid_minor = 0),
  CONSTRAINT loan_approved_within_request CHECK (approved_minor <= requested_minor)
);

-- Ids grow with time, so lists page by them.
CREATE INDEX loan_borrower_idx ON loan.loan (borrower_id, id);
CREATE INDEX loan_status_idx ON loan.loan (status, id);
CREATE INDEX loan_product_idx ON loan.loan (product_id, id);
CREATE INDEX loan_officer_idx ON loan.loan (officer_id, id);
CREATE INDEX loan_branch_idx ON loan.loan (branch_id, id);
CREATE INDEX loan_defaulted_idx ON loan.loan (id) WHERE defaulted;
CREATE INDEX loan_requested_idx ON loan.loan (requested_minor, id);
CREATE INDEX loan_applied_idx ON loan.loan (applied_on, id);
CREATE INDEX loan_disbursed_idx
  ON loan.loan ((coalesce(disbursed_on, DATE '9999-12-31')), id);
CREATE INDEX loan_outstanding_idx
  ON loan.loan ((principal_outstanding_minor + interest_outstanding_minor
                 + fees_outstanding_minor + penalties_outstanding_minor), id);
CREATE INDEX loan_unpaid_since_idx
  ON loan.loan ((coalesce(oldest_unpaid_due_on, DATE '9999-12-31')), id);
CREATE INDEX loan_number_trgm_idx ON loan.loan USING gin (number public.gin_trgm_ops);

-- One row a step of the approval policy, made with the application, decided once and in order.
CREATE TABLE loan.approval (
  loan_id        uuid        NOT NULL REFERENCES loan.loan,
  step           integer     NOT NULL CHECK (step BETWEEN 1 AND 20),
  -- Null: an administrator or a manager.
  role           text,
  limit_minor    bigint      CHECK (limit_minor > 0),
  decision       text        NOT NULL DEFAULT 'PENDING'
                             CHECK (decision IN ('PENDING', 'APPROVED', 'REJECTED')),
  approved_minor bigint      CHECK (approved_minor > 0),
  decided_by     uuid,
  decided_by_name text,
  decided_at     timestamptz,
  note           text,
  PRIMARY KEY (loan_id, step),
  CHECK ((decision = 'PENDING') = (decided_by IS NULL AND decided_at IS NULL)),
  CHECK ((decision = 'APPROVED') = (approved_minor IS NOT NULL))
);

-- One person decides one step of a loan.
CREATE UNIQUE INDEX approval_person_idx ON loan.approval (loan_id, decided_by)
  WHERE decided_by IS NOT NULL;
CREATE INDEX approval_pending_idx ON loan.approval (role, loan_id) WHERE decision = 'PENDING';

-- What happened to a loan, in the order in which the system learned of it. Never edited: an event
-- is taken back by another that names it.
CREATE TABLE loan.event (
  loan_id      uuid        NOT NULL REFERENCES loan.loan,
  sequence     integer     NOT NULL CHECK (sequence > 0),
  id           uuid        NOT NULL,
  kind         text        NOT NULL
                           CHECK (kind IN ('DISBURSEMENT', 'OPENING', 'REPAYMENT', 'REVERSAL')),
  value_date   date        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  recorded_by  uuid        NOT NULL,
  recorded_by_name text    NOT NULL,
  amount_minor bigint      NOT NULL CHECK (amount_minor >= 0),
  payload      jsonb       NOT NULL,
  reverses     uuid,
  PRIMARY KEY (loan_id, sequence),
  UNIQUE (loan_id, id),
  -- An event is reversed once.
  UNIQUE (loan_id, reverses),
  FOREIGN KEY (loan_id, reverses) REFERENCES loan.event (loan_id, id),
  CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL))
);

CREATE UNIQUE INDEX event_id_idx ON loan.event (id);

-- Projection: how each event that moved money was split; zero once it is reversed.
CREATE TABLE loan.event_split (
  loan_id         uuid   NOT NULL,
  event_id        uuid   NOT NULL,
  principal_minor bigint NOT NULL,
  interest_minor  bigint NOT NULL,
  fees_minor      bigint NOT NULL,
  penalties_minor bigint NOT NULL,
  excess_minor    bigint NOT NULL,
  PRIMARY KEY (loan_id, event_id),
  FOREIGN KEY (loan_id, event_id) REFERENCES loan.event (loan_id, id)
);

-- Projection: the schedule as it stands, with what was paid on each row.
CREATE TABLE loan.installment (
  loan_id              uuid    NOT NULL REFERENCES loan.loan,
  number               integer NOT NULL CHECK (number >= 0),
  due_on               date    NOT NULL,
  principal_minor      bigint  NOT NULL,
  interest_minor       bigint  NOT NULL,
  fees_minor           bigint  NOT NULL,
  penalties_minor      bigint  NOT NULL,
  paid_principal_minor bigint  NOT NULL,
  paid_interest_minor  bigint  NOT NULL,
  paid_fees_minor      bigint  NOT NULL,
  paid_penalties_minor bigint  NOT NULL,
  unpaid_minor         bigint  NOT NULL GENERATED ALWAYS AS (
                         principal_minor + interest_minor + fees_minor + penalties_minor
                         - paid_principal_minor - paid_interest_minor - paid_fees_minor
                         - paid_penalties_minor) STORED CHECK (unpaid_minor >= 0),
  completed_on         date,
  PRIMARY KEY (loan_id, number)
);

CREATE INDEX installment_unpaid_idx ON loan.installment (due_on, loan_id, number)
  WHERE unpaid_minor > 0;

-- Schedules as they were shown: the quote of the application, the contract of the disbursement.
CREATE TABLE loan.schedule_version (
  loan_id uuid    NOT NULL REFERENCES loan.loan,
  version integer NOT NULL CHECK (version > 0),
  kind    text    NOT NULL CHECK (kind IN ('QUOTE', 'CONTRACT')),
  made_on date    NOT NULL,
  rows    jsonb   NOT NULL,
  PRIMARY KEY (loan_id, version)
);

-- Append-only for the application.
REVOKE UPDATE, DELETE, TRUNCATE ON loan.event, loan.schedule_version FROM loanwright_app;
REVOKE DELETE, TRUNCATE ON loan.loan, loan.approval FROM loanwright_app;

-- Published: what other modules may read.
CREATE VIEW loan.loan_card AS
SELECT id, number, borrower_id, product_id, branch_id, officer_id, currency, status, closed_reason,
       defaulted, requested_minor, approved_minor, disbursed_minor, applied_on, approved_on,
       disbursed_on, closed_on, purpose,
       principal_outstanding_minor, interest_outstanding_minor, fees_outstanding_minor,
       penalties_outstanding_minor,
       principal_outstanding_minor + interest_outstanding_minor + fees_outstanding_minor
         + penalties_outstanding_minor AS outstanding_minor,
       principal_paid_minor, interest_paid_minor, fees_paid_minor, penalties_paid_minor,
       oldest_unpaid_due_on, oldest_unpaid_minor, last_due_on
  FROM loan.loan;

CREATE VIEW loan.unpaid_installment AS
SELECT i.loan_id, i.number, i.due_on, i.unpaid_minor, l.currency, l.number AS loan_number,
       l.borrower_id, l.branch_id, l.officer_id
  FROM loan.installment i
  JOIN loan.loan l ON l.id = i.loan_id
 WHERE i.unpaid_minor > 0
   AND l.status = 'ACTIVE';

CREATE VIEW loan.allocation AS
SELECT loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor, excess_minor
  FROM loan.event_split;
