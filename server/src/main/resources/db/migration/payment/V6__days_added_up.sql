-- What was paid with a value date of each day, as changes that add up. Each command adds a row with
-- what it changed, in the statement that changed the payment, so no two commands wait for each
-- other. A job adds the rows up.
CREATE TABLE payment.day_change (
  id           bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paid_on      date    NOT NULL,
  currency     text    NOT NULL,
  branch_id    uuid    NOT NULL,
  officer_id   uuid,
  channel      text    NOT NULL,
  payments     bigint  NOT NULL,
  amount_minor numeric NOT NULL
);

-- Rows are added and added up, never edited.
REVOKE UPDATE ON payment.day_change FROM loanwright_app;

-- What the job has added up. Reversed payments are not in it.
CREATE TABLE payment.day_sum (
  paid_on      date    NOT NULL,
  currency     text    NOT NULL,
  branch_id    uuid    NOT NULL,
  officer_id   uuid,
  channel      text    NOT NULL,
  payments     bigint  NOT NULL,
  amount_minor numeric NOT NULL,
  UNIQUE NULLS NOT DISTINCT (paid_on, currency, branch_id, officer_id, channel)
);

INSERT INTO payment.day_sum
SELECT paid_on, currency, branch_id, officer_id, channel, count(*), sum(amount_minor)
  FROM payment.payment
 WHERE status = 'POSTED'
 GROUP BY paid_on, currency, branch_id, officer_id, channel;

-- Published: rows whose sums are the figures; one alone means nothing.
CREATE VIEW payment.day_figure AS
SELECT paid_on, currency, branch_id, officer_id, channel, payments, amount_minor
  FROM payment.day_sum
 UNION ALL
SELECT paid_on, currency, branch_id, officer_id, channel, payments, amount_minor
  FROM payment.day_change;

REVOKE INSERT, UPDATE, DELETE ON payment.day_figure FROM loanwright_app;

-- The business date on which a payment was taken; not known of those that were taken before.
ALTER TABLE payment.payment ADD COLUMN recorded_on date;

-- What auditors count.
CREATE INDEX payment_backdated_idx ON payment.payment (recorded_on, id) WHERE paid_on < recorded_on;
CREATE INDEX payment_reversed_on_idx ON payment.payment (reversed_on, id) WHERE status = 'REVERSED';

CREATE OR REPLACE VIEW payment.payment_card AS
SELECT p.id, p.loan_id, p.loan_number, p.borrower_id, p.branch_id, p.officer_id, p.receipt_number,
       p.amount_minor, p.currency, p.paid_on, p.channel, p.reference, p.status, p.recorded_at,
       p.recorded_by, p.recorded_by_name, p.reversal_reason,
       a.principal_minor, a.interest_minor, a.fees_minor, a.penalties_minor, a.excess_minor,
       p.recorded_on, p.reversed_on
  FROM payment.payment p
  LEFT JOIN loan.allocation a ON a.loan_id = p.loan_id AND a.event_id = p.id;
