-- Borrowers sign in by their phone number, however it is written.
CREATE INDEX borrower_phone_idx ON borrower.borrower (regexp_replace(phone, '[^0-9]', '', 'g'))
  WHERE user_id IS NOT NULL;
