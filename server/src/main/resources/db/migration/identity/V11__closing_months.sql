-- Who closes months of the books.
UPDATE identity.role
   SET grants = grants || '{"ledger.close": "ORGANIZATION"}'::jsonb
 WHERE code IN ('ADMIN', 'ACCOUNTANT');
