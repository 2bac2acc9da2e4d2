-- Who agreed other terms alone asks for them now, and another one agrees; officers and collectors
-- propose, as far as they see loans.
UPDATE identity.role
   SET grants = grants || jsonb_build_object('schedule.ask_restructure',
                                             grants -> 'schedule.restructure')
 WHERE grants -> 'schedule.restructure' IS NOT NULL;

UPDATE identity.role
   SET grants = grants || jsonb_build_object('schedule.ask_restructure', grants -> 'loan.view')
 WHERE code IN ('LOAN_OFFICER', 'COLLECTOR')
   AND grants -> 'loan.view' IS NOT NULL
   AND grants -> 'schedule.ask_restructure' IS NULL;
