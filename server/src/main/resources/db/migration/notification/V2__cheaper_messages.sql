-- The close adds tens of thousands at a time, out of the loans themselves, and nothing else adds any or gives
-- one another loan; loans and borrowers are never deleted. Two keys looked each row up twice more, which was a
-- third of adding it.
ALTER TABLE notification.message
  DROP CONSTRAINT message_loan_id_fkey,
  DROP CONSTRAINT message_borrower_id_fkey;
