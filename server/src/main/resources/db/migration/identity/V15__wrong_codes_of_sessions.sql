-- Wrong codes of somebody who is signed in are counted where he is, and end that session: whoever
-- found a page open keeps nobody out elsewhere.
ALTER TABLE identity.session
  ADD COLUMN wrong_codes integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT session_end_reason_check,
  ADD CONSTRAINT session_end_reason_check CHECK (end_reason IN
    ('LOGOUT', 'REUSE', 'DISABLED', 'PASSWORD', 'DEVICES', 'ADMINISTRATOR', 'CODES', 'FACTOR'));
