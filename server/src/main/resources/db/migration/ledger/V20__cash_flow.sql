-- What an account is in the statement of cash flows: money itself, or why money came and went. Money is
-- also what products name as cash, bank, mobile money or card, whatever stands here.
ALTER TABLE ledger.account
  ADD COLUMN cash_flow text NOT NULL DEFAULT 'OPERATING'
      CHECK (cash_flow IN ('MONEY', 'OPERATING', 'INVESTING', 'FINANCING')),
  ADD CHECK (cash_flow <> 'MONEY' OR type = 'ASSET');

UPDATE ledger.account SET cash_flow = 'FINANCING' WHERE type = 'EQUITY';

UPDATE ledger.account a
   SET cash_flow = 'MONEY'
 WHERE a.type = 'ASSET'
   AND (a.code IN ('1100', '1110', '1120', '1130', '1140', '1150')
        OR EXISTS (SELECT 1 FROM ledger.lender_wallet w WHERE w.account_id = a.id));

-- A day book lists what was recorded between two closes of a day and counts from an earlier day.
CREATE INDEX journal_entry_recorded_idx ON ledger.journal_entry (recorded_at);
