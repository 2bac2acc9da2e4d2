-- Who takes more at once than the organization's cash limit.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'   THEN '{"payment.large": "ORGANIZATION"}'
         WHEN 'MANAGER' THEN '{"payment.large": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER');
