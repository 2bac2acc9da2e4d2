-- Who moves old rows of the trail into files.
UPDATE identity.role
   SET grants = grants || '{"audit.archive": "ORGANIZATION"}'::jsonb
 WHERE code = 'ADMIN';
