-- Who writes loans off, lays and waives charges, and agrees other terms.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'        THEN '{"loan.write_off": "ORGANIZATION", "charge.add": "ORGANIZATION", "charge.waive": "ORGANIZATION", "schedule.restructure": "ORGANIZATION", "loan.take_back": "ORGANIZATION"}'
         WHEN 'MANAGER'      THEN '{"loan.write_off": "BRANCH", "charge.add": "BRANCH", "charge.waive": "BRANCH", "schedule.restructure": "BRANCH", "loan.take_back": "BRANCH"}'
         WHEN 'ACCOUNTANT'   THEN '{"loan.write_off": "ORGANIZATION", "charge.add": "ORGANIZATION", "charge.waive": "ORGANIZATION", "loan.take_back": "ORGANIZATION"}'
         WHEN 'LOAN_OFFICER' THEN '{"charge.add": "BRANCH"}'
         WHEN 'TELLER'       THEN '{"charge.add": "BRANCH"}'
         WHEN 'COLLECTOR'    THEN '{"charge.add": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'ACCOUNTANT', 'LOAN_OFFICER', 'TELLER', 'COLLECTOR');
