-- Published: who is signed in, without addresses and devices.
CREATE VIEW identity.session_card AS
SELECT user_id, last_used_at, expires_at
  FROM identity.session
 WHERE ended_at IS NULL;

REVOKE INSERT, UPDATE, DELETE ON identity.session_card FROM loanwright_app;

CREATE INDEX session_open_idx ON identity.session (last_used_at) INCLUDE (user_id, expires_at) WHERE ended_at IS NULL;
