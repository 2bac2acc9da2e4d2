-- What of the amount is penalties for lateness. Messages of before name none.
ALTER TABLE notification.message
  ADD COLUMN penalties_minor bigint NOT NULL DEFAULT 0 CHECK (penalties_minor >= 0);
ALTER TABLE notification.message ALTER COLUMN penalties_minor DROP DEFAULT;

-- A close makes the messages when the date moves; what is overdue is known with its penalties once the
-- loans are worked out.
GRANT UPDATE (amount_minor, penalties_minor) ON notification.message TO loanwright_app;
CREATE INDEX message_overdue_of_day_idx ON notification.message (made_on) WHERE kind = 'OVERDUE';

-- What a borrower is told when the money goes out and when the loan is paid off: on that day, so there
-- are no days to count. As installed there is no such rule.
ALTER TABLE notification.rule
  DROP CONSTRAINT rule_kind_check,
  DROP CONSTRAINT rule_days_check,
  ADD CHECK (CASE kind
               WHEN 'DUE_SOON' THEN days BETWEEN 1 AND 365
               WHEN 'OVERDUE'  THEN days BETWEEN 1 AND 365
               WHEN 'PAID_OUT' THEN days = 0
               WHEN 'SETTLED'  THEN days = 0
               ELSE false
             END);
