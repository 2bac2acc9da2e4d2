-- What waits for a second factor of somebody ends when his ways of signing in change.
CREATE INDEX sign_in_challenge_user_idx ON identity.sign_in_challenge (user_id);
