-- Sessions are ended from the list of devices too, and by an administrator.
ALTER TABLE identity.session DROP CONSTRAINT session_end_reason_check;
ALTER TABLE identity.session ADD CONSTRAINT session_end_reason_check
  CHECK (end_reason IN ('LOGOUT', 'REUSE', 'DISABLED', 'PASSWORD', 'DEVICES', 'ADMINISTRATOR'));
