-- Interest is given up.
ALTER TABLE loan.event DROP CONSTRAINT event_kind_check;
ALTER TABLE loan.event ADD CONSTRAINT event_kind_check CHECK (kind IN
  ('DISBURSEMENT', 'OPENING', 'REPAYMENT', 'CHARGE', 'WAIVER', 'CHANGE', 'WRITE_OFF', 'REVERSAL',
   'TOP_UP', 'INTEREST_WAIVER'));
