-- Money taken from borrowers, and the receipts given for it.
CREATE SCHEMA payment;

CREATE TABLE payment.payment (
  -- Also the id of the loan event that this money caused.
  id                 uuid        PRIMARY KEY,
  loan_id            uuid        NOT NULL,
  loan_number        text        NOT NULL,
  borrower_id        uuid        NOT NULL,
  branch_id          uuid        NOT NULL,
  officer_id         uuid,
  receipt_number     text        NOT NULL UNIQUE,
  -- The place among the receipts of the loan: 1, 2, 3 and none left out.
  receipt_sequence   integer     NOT NULL CHECK (receipt_sequence > 0),
  amount_minor       bigint      NOT NULL CHECK (amount_minor > 0),
  currency           text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  paid_on            date        NOT NULL,
  channel            text        NOT NULL
                                 CHECK (channel IN ('CASH', 'BANK', 'MOBILE_MONEY', 'CARD', 'WALLET')),
  reference          text,
  target_installment integer     CHECK (target_installment > 0),
  status             text        NOT NULL CHECK (status IN ('POSTED', 'REVERSED')),
  recorded_by        uuid        NOT NULL,
  recorded_by_name   text        NOT NULL,
  recorded_at        timestamptz NOT NULL,
  reversed_by        uuid,
  reversed_by_name   text,
  reversed_at        timestamptz,
  reversed_on        date,
  reversal_reason    text,
  UNIQUE (loan_id, receipt_sequence),
  FOREIGN KEY (loan_id, id) REFERENCES loan.event (loan_id, id),
  CONSTRAINT payment_reversal_facts CHECK (
    (status = 'REVERSED') = (reversed_by IS NOT NULL AND reversed_at IS NOT NULL
                             AND reversed_on IS NOT NULL AND reversal_reason IS NOT NULL)
    AND (status = 'REVERSED' OR num_nonnulls(reversed_by, reversed_at, reversed_on,
                                             reversal_reason) = 0))
);

CREATE INDEX payment_loan_idx ON payment.payment (loan_id, id);
CREATE INDEX payment_borrower_idx ON payment.payment (borrower_id, id);
CREATE INDEX payment_branch_idx ON payment.payment (branch_id, id);
CREATE INDEX payment_officer_idx ON payment.payment (officer_id, id);
CREATE INDEX payment_channel_idx ON payment.payment (channel, id);
CREATE INDEX payment_reversed_idx ON payment.payment (id) WHERE status = 'REVERSED';
CREATE INDEX payment_paid_on_idx ON payment.payment (paid_on, id);
CREATE INDEX payment_receipt_trgm_idx
  ON payment.payment USING gin (receipt_number public.gin_trgm_ops);
CREATE INDEX payment_amount_idx ON payment.payment (amount_minor, id);

-- One receipt a payment, with the facts as they stood when it was given.
CREATE TABLE payment.receipt (
  number        text        PRIMARY KEY REFERENCES payment.payment (receipt_number),
  payment_id    uuid        NOT NULL UNIQUE REFERENCES payment.payment,
  facts         jsonb       NOT NULL,
  issued_at     timestamptz NOT NULL DEFAULT now(),
  printed_count integer     NOT NULL DEFAULT 0 CHECK (printed_count >= 0)
);

REVOKE UPDATE, DELETE, TRUNCATE ON payment.receipt FROM loanwright_app;
GRANT UPDATE (printed_count) ON payment.receipt TO loanwright_app;
REVOKE UPDATE, DELETE, TRUNCATE ON payment.payment FROM loanwright_app;
GRANT UPDATE (status, reversed_by, reversed_by_name, reversed_at, reversed_on, reversal_reason)
  ON payment.payment TO loanwright_app;

-- Published: what other modules may read.
CREATE VIEW payment.payment_card AS
SELECT p.id, p.loan_id, p.loan_number, p.borrower_id, p.branch_id, p.officer_id, p.receipt_number,
       p.amount_minor, p.currency, p.paid_on, p.channel, p.reference, p.status, p.recorded_at,
       p.recorded_by, p.recorded_by_name, p.reversal_reason,
       a.principal_minor, a.interest_minor, a.fees_minor, a.penalties_minor, a.excess_minor
  FROM payment.payment p
  JOIN loan.allocation a ON a.loan_id = p.loan_id AND a.event_id = p.id;
