-- Who paid more out alone asks for it now, and another one pays it out; officers and collectors
-- propose, as far as they see loans.
UPDATE identity.role
   SET grants = grants || jsonb_build_object('loan.ask_top_up', grants -> 'loan.top_up')
 WHERE grants -> 'loan.top_up' IS NOT NULL;

UPDATE identity.role
   SET grants = grants || jsonb_build_object('loan.ask_top_up', grants -> 'loan.view')
 WHERE code IN ('LOAN_OFFICER', 'COLLECTOR')
   AND grants -> 'loan.view' IS NOT NULL
   AND grants -> 'loan.ask_top_up' IS NULL;
