-- Who says that a loan is not expected to be repaid, and who gives up one that nobody fetches.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'     THEN '{"loan.cancel": "ORGANIZATION", "loan.default": "ORGANIZATION"}'
         WHEN 'MANAGER'   THEN '{"loan.cancel": "BRANCH", "loan.default": "BRANCH"}'
         WHEN 'COLLECTOR' THEN '{"loan.default": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'COLLECTOR');
