-- Borrowers come to an account by invitation, too: whoever accepts it is the borrower that the staff
-- know already, not another one.
ALTER TABLE identity.invitation
  ADD COLUMN borrower_id uuid,                        -- of a module above this one
  ADD CONSTRAINT invitation_of_borrowers CHECK ((role = 'BORROWER') = (borrower_id IS NOT NULL));

CREATE UNIQUE INDEX invitation_open_borrower_key ON identity.invitation (borrower_id)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitation_borrower_idx ON identity.invitation (borrower_id)
  WHERE borrower_id IS NOT NULL;
