-- Messages to borrowers about what falls due and what is overdue.
CREATE SCHEMA notification;

-- Whether reminders are made at all, and whether they are mailed.
CREATE TABLE notification.setting (
  only_one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
  enabled  boolean NOT NULL,
  mailed   boolean NOT NULL,
  version  bigint  NOT NULL DEFAULT 1
);

INSERT INTO notification.setting (enabled, mailed) VALUES (true, false);

-- When borrowers are reminded, and in which words. The names in braces are filled in.
CREATE TABLE notification.rule (
  kind    text    NOT NULL CHECK (kind IN ('DUE_SOON', 'OVERDUE')),
  -- Before the due date, or past due.
  days    integer NOT NULL CHECK (days BETWEEN 1 AND 365),
  subject text    NOT NULL CHECK (length(subject) BETWEEN 1 AND 150),
  body    text    NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  PRIMARY KEY (kind, days)
);

INSERT INTO notification.rule (kind, days, subject, body) VALUES
('DUE_SOON', 3, 'Payment due on {due}',
 E'Dear {name},\n\n{amount} is due on {due} for your loan {loan}.\n\n{lender}'),
('OVERDUE', 1, 'Payment overdue',
 E'Dear {name},\n\n{amount} was due on {due} for your loan {loan} and has not been paid in full. If you have paid meanwhile, please disregard this.\n\n{lender}'),
('OVERDUE', 7, 'Payment overdue for 7 days',
 E'Dear {name},\n\n{amount} of your loan {loan} has been overdue since {due}. Please pay, or talk to us.\n\n{lender}'),
('OVERDUE', 30, 'Payment overdue for 30 days',
 E'Dear {name},\n\n{amount} of your loan {loan} has been overdue since {due}. Please come to us without delay.\n\n{lender}');

-- One message a loan, rule and due date. The close of a day adds those of its new business date.
CREATE TABLE notification.message (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text        NOT NULL,
  days         integer     NOT NULL,
  loan_id      uuid        NOT NULL REFERENCES loan.loan,
  loan_number  text        NOT NULL,
  borrower_id  uuid        NOT NULL REFERENCES borrower.borrower,
  branch_id    uuid        NOT NULL,
  officer_id   uuid,
  due_on       date        NOT NULL,
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
  currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  subject      text        NOT NULL,
  body         text        NOT NULL,
  -- The business date that it was made for; on a later one it is not mailed any more.
  made_on      date        NOT NULL,
  made_at      timestamptz NOT NULL DEFAULT now(),
  -- Shown only, waiting to be mailed, handed to the outbox, or too late for it.
  state        text        NOT NULL CHECK (state IN ('SHOWN', 'WAITING', 'MAILED', 'STALE')),
  UNIQUE (loan_id, kind, days, due_on)
);

CREATE INDEX message_waiting_idx ON notification.message (id) WHERE state = 'WAITING';
CREATE INDEX message_state_idx ON notification.message (state, id);
CREATE INDEX message_branch_idx ON notification.message (branch_id, id);
CREATE INDEX message_officer_idx ON notification.message (officer_id, id);
CREATE INDEX message_borrower_idx ON notification.message (borrower_id, id);

REVOKE DELETE, TRUNCATE, UPDATE ON notification.message FROM loanwright_app;
GRANT UPDATE (state, branch_id, officer_id) ON notification.message TO loanwright_app;
