-- What happens to a running loan beside payments: charges, waivers, other terms, and giving it up.
ALTER TABLE loan.event DROP CONSTRAINT event_kind_check;
ALTER TABLE loan.event ADD CONSTRAINT event_kind_check CHECK (kind IN
  ('DISBURSEMENT', 'OPENING', 'REPAYMENT', 'CHARGE', 'WAIVER', 'CHANGE', 'WRITE_OFF', 'REVERSAL'));

-- Since when a loan is given up; so far only loans were that another system had written off.
ALTER TABLE loan.loan ADD COLUMN written_off_on date;
UPDATE loan.loan
   SET written_off_on = coalesce(worked_out_on, disbursed_on)
 WHERE status = 'WRITTEN_OFF';
ALTER TABLE loan.loan ADD CONSTRAINT loan_writing_off_facts
  CHECK ((status = 'WRITTEN_OFF') = (written_off_on IS NOT NULL));
