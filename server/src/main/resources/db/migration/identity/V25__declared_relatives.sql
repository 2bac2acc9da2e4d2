-- Who declares of other people whose relatives they are, and ends what was declared.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'   THEN '{"relative.keep": "ORGANIZATION"}'
         WHEN 'MANAGER' THEN '{"relative.keep": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER');
