-- Families share a phone; an e-mail address still leads to one borrower.
DROP INDEX borrower.borrower_phone_key;
