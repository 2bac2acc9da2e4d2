-- Who says that a borrower's paper is what it seems to be.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'   THEN '{"document.verify": "ORGANIZATION"}'
         WHEN 'MANAGER' THEN '{"document.verify": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER');
