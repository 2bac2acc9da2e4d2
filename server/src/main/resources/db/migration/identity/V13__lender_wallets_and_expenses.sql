-- Who sees and moves the money of the lender's own wallets; tellers that of their own till.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'      THEN '{"fund.view": "ORGANIZATION", "fund.transfer": "ORGANIZATION"}'
         WHEN 'MANAGER'    THEN '{"fund.view": "BRANCH", "fund.transfer": "BRANCH"}'
         WHEN 'TELLER'     THEN '{"fund.view": "OWN", "fund.transfer": "OWN"}'
         WHEN 'ACCOUNTANT' THEN '{"fund.view": "ORGANIZATION", "fund.transfer": "ORGANIZATION"}'
         WHEN 'AUDITOR'    THEN '{"fund.view": "ORGANIZATION"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'TELLER', 'ACCOUNTANT', 'AUDITOR');

-- Who writes expenses down, and who decides on what another person wrote down.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'      THEN '{"expense.view": "ORGANIZATION", "expense.record": "ORGANIZATION", "expense.approve": "ORGANIZATION"}'
         WHEN 'MANAGER'    THEN '{"expense.view": "BRANCH", "expense.record": "BRANCH", "expense.approve": "BRANCH"}'
         WHEN 'TELLER'     THEN '{"expense.view": "OWN", "expense.record": "OWN"}'
         WHEN 'ACCOUNTANT' THEN '{"expense.view": "ORGANIZATION", "expense.record": "ORGANIZATION"}'
         WHEN 'AUDITOR'    THEN '{"expense.view": "ORGANIZATION"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'TELLER', 'ACCOUNTANT', 'AUDITOR');
