-- Numbers for what a dry run makes and takes back: none that a loan or a borrower ever has.
CREATE SEQUENCE integration.trial_number MINVALUE 900000001 MAXVALUE 999999999 CYCLE;
