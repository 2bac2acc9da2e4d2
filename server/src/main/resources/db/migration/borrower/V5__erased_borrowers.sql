-- A person may ask to be forgotten once nothing is owed and the books need not be kept for him any
-- more. The row stays, as loans refer to it, and says nothing of him.
ALTER TABLE borrower.borrower ADD COLUMN erased_at timestamptz;
