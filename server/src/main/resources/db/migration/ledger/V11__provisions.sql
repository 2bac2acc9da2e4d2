-- What is set aside for loan losses at the end of a month is an expense; ChartPreset.provisions()
-- names the code. A lender that has the code already keeps its account.
INSERT INTO ledger.account (code, name, type, header)
VALUES ('5130', 'Provision for loan losses', 'EXPENSE', false)
ON CONFLICT (code) DO NOTHING;
