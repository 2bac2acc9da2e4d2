-- Who works on arrears, who logs contacts and takes promises, and who hands that work out.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'         THEN '{"collection.queue": "ORGANIZATION", "collection.promise": "ORGANIZATION", "collection.assign": "ORGANIZATION"}'
         WHEN 'MANAGER'       THEN '{"collection.queue": "BRANCH", "collection.promise": "BRANCH", "collection.assign": "BRANCH"}'
         WHEN 'LOAN_OFFICER'  THEN '{"collection.queue": "OWN", "collection.promise": "OWN"}'
         WHEN 'FIELD_OFFICER' THEN '{"collection.queue": "OWN", "collection.promise": "OWN"}'
         WHEN 'COLLECTOR'     THEN '{"collection.queue": "BRANCH", "collection.promise": "BRANCH"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'LOAN_OFFICER', 'FIELD_OFFICER', 'COLLECTOR');
