-- The close adds tens of thousands at a time, out of the loans themselves, and nothing else adds any or changes
-- one; loans are never deleted. The key looked each loan up once more.
ALTER TABLE arrears.crossing DROP CONSTRAINT crossing_loan_id_fkey;
