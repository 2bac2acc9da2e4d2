-- Who drafts entries of the books by hand, and who posts what another person drafted.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'      THEN '{"ledger.draft": "ORGANIZATION", "ledger.approve": "ORGANIZATION"}'
         WHEN 'MANAGER'    THEN '{"ledger.approve": "BRANCH"}'
         WHEN 'ACCOUNTANT' THEN '{"ledger.draft": "ORGANIZATION"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'ACCOUNTANT');
