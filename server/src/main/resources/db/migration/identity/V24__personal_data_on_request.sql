-- Who hands a person all that is kept about him, and who erases it.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'   THEN '{"borrower.export": "ORGANIZATION", "borrower.erase": "ORGANIZATION"}'
         WHEN 'MANAGER' THEN '{"borrower.export": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER');
