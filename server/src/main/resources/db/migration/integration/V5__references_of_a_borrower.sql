-- What another system calls one borrower, for who asks what is kept about him.
CREATE INDEX borrower_reference_borrower_idx ON integration.borrower_reference (borrower_id);
