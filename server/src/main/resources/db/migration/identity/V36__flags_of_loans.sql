-- Who marks loans as in default flags them, too; officers do where they see them.
UPDATE identity.role
   SET grants = grants || jsonb_build_object('loan.flag', grants -> 'loan.default')
 WHERE grants -> 'loan.default' IS NOT NULL;

UPDATE identity.role
   SET grants = grants || jsonb_build_object('loan.flag', grants -> 'loan.view')
 WHERE code IN ('LOAN_OFFICER', 'FIELD_OFFICER')
   AND grants -> 'loan.view' IS NOT NULL
   AND grants -> 'loan.flag' IS NULL;
