-- Published: the records that wait for their seal, for what is kept up as they are sealed.
CREATE VIEW audit.waiting AS
SELECT kind, record_id
  FROM audit.unsealed;

REVOKE INSERT, UPDATE, DELETE ON audit.waiting FROM loanwright_app;
