-- Who sees how a borrower is reached and what he earns. Officers see it of those whom they look
-- after, collectors of those whom they may have to call; tellers and accountants know people by name,
-- number and the end of the phone number.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'         THEN '{"borrower.pii_unmasked": "ORGANIZATION"}'
         WHEN 'MANAGER'       THEN '{"borrower.pii_unmasked": "BRANCH"}'
         WHEN 'LOAN_OFFICER'  THEN '{"borrower.pii_unmasked": "OWN"}'
         WHEN 'FIELD_OFFICER' THEN '{"borrower.pii_unmasked": "OWN"}'
         WHEN 'COLLECTOR'     THEN '{"borrower.pii_unmasked": "BRANCH"}'
         WHEN 'AUDITOR'       THEN '{"borrower.pii_unmasked": "ORGANIZATION"}'
         WHEN 'BORROWER'      THEN '{"borrower.pii_unmasked": "SELF"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'MANAGER', 'LOAN_OFFICER', 'FIELD_OFFICER', 'COLLECTOR', 'AUDITOR',
                'BORROWER');

-- Accountants read the part of the trail that is about the books.
UPDATE identity.role
   SET grants = grants || CASE code
         WHEN 'ADMIN'      THEN '{"audit.books": "ORGANIZATION"}'
         WHEN 'ACCOUNTANT' THEN '{"audit.books": "ORGANIZATION"}'
       END::jsonb
 WHERE code IN ('ADMIN', 'ACCOUNTANT');
