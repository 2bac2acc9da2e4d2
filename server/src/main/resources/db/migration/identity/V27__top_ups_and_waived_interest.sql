-- Who pays more money out on running loans, and who gives up interest.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'      THEN '{"loan.top_up": "ORGANIZATION", "interest.waive": "ORGANIZATION"}'
         WHEN 'MANAGER'    THEN '{"loan.top_up": "BRANCH", "interest.waive": "BRANCH"}'
         WHEN 'ACCOUNTANT' THEN '{"interest.waive": "ORGANIZATION"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'ACCOUNTANT');
