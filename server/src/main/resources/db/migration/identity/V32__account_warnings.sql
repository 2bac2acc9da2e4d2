-- When a user was last told that somebody tries his account, so that he is told once a day.
CREATE TABLE identity.account_warning (
  user_id uuid        NOT NULL REFERENCES identity.user_account,
  kind    text        NOT NULL
                      CHECK (kind IN ('PASSWORD_GUESSED', 'CODES_GUESSED', 'CODE_USED_TWICE')),
  told_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, kind)
);
