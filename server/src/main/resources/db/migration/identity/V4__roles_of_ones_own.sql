-- An organization makes roles beside the templates, and changes what most of them may do.
ALTER TABLE identity.role ADD COLUMN built_in boolean NOT NULL DEFAULT false;
UPDATE identity.role SET built_in = true;

-- Collectors take money, print and file for the loans that are theirs to look after.
UPDATE identity.role
   SET grants = grants || '{"payment.record": "OWN", "receipt.print": "OWN", "document.upload": "OWN"}'
 WHERE code = 'COLLECTOR';
