-- Published: what waits and what was given up, without recipients and texts.
CREATE VIEW mail.message_card AS
SELECT id, status, created_at
  FROM mail.message;

REVOKE INSERT, UPDATE, DELETE ON mail.message_card FROM loanwright_app;

CREATE INDEX message_failed_idx ON mail.message (id) WHERE status = 'FAILED';
