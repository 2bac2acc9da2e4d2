-- The roles that every installation starts with. a = all of the organization, b = the branch,
-- o = records whose officer one is, s = oneself, - = not at all.
INSERT INTO identity.role (code, name, position, staff, grants)
WITH matrix (permission, admin, manager, loan_officer, field_officer, teller, accountant, collector, auditor, borrower) AS (
  VALUES
  --                        adm  mgr  lo   fo   tel  acc  col  aud  bor
  ('user.view',            'a', '-', '-', '-', '-', '-', '-', 'a', '-'),
  ('user.invite',          'a', '-', '-', '-', '-', '-', '-', '-', '-'),
  ('role.view',            'a', '-', '-', '-', '-', '-', '-', 'a', '-'),
  ('role.edit',            'a', '-', '-', '-', '-', '-', '-', '-', '-'),
  ('settings.edit',        'a', '-', '-', '-', '-', '-', '-', '-', '-'),
  ('branch.view',          'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', '-'),
  ('product.view',         'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', '-'),
  ('product.edit',         'a', '-', '-', '-', '-', '-', '-', '-', '-'),
  ('borrower.view',        'a', 'b', 'b', 'o', 'b', 'a', 'b', 'a', 's'),
  ('borrower.create',      'a', 'b', 'b', 'o', '-', '-', '-', '-', '-'),
  ('borrower.edit',        'a', 'b', 'b', 'o', '-', '-', '-', '-', '-'),
  ('document.view',        'a', 'b', 'b', 'o', '-', '-', 'b', 'a', 's'),
  ('document.upload',      'a', 'b', 'b', 'o', '-', '-', 'b', '-', 's'),
  ('application.create',   'a', 'b', 'b', 'o', '-', '-', '-', '-', 's'),
  ('application.withdraw', 'a', 'b', 'b', 'o', '-', '-', '-', '-', 's'),
  ('loan.view',            'a', 'b', 'b', 'o', 'b', 'a', 'b', 'a', 's'),
  ('loan.approve',         'a', 'b', 'b', '-', '-', '-', '-', '-', '-'),
  ('loan.disburse',        'a', 'b', '-', '-', 'b', 'a', '-', '-', '-'),
  ('payment.view',         'a', 'b', 'b', 'o', 'b', 'a', 'b', 'a', 's'),
  ('payment.preview',      'a', 'b', 'b', 'o', 'b', 'a', 'b', 'a', 's'),
  ('payment.record',       'a', 'b', 'o', 'o', 'b', 'a', 'b', '-', '-'),
  ('payment.backdate',     'a', 'b', '-', '-', '-', 'a', '-', '-', '-'),
  ('payment.reverse',      'a', 'b', '-', '-', 'b', 'a', '-', '-', '-'),
  ('receipt.print',        'a', 'b', 'o', 'o', 'b', 'a', 'b', 'a', 's'),
  ('wallet.view',          'a', 'b', '-', '-', 'b', 'a', '-', 'a', 's'),
  ('wallet.transfer',      'a', 'b', '-', '-', 'b', 'a', '-', '-', '-'),
  ('ledger.view',          'a', '-', '-', '-', '-', 'a', '-', 'a', '-'),
  ('day.close',            'a', 'a', '-', '-', '-', 'a', '-', '-', '-'),
  ('job.view',             'a', 'o', '-', '-', '-', 'o', '-', '-', '-'),
  ('dashboard.view',       'a', 'b', 'b', 'o', 'b', 'a', 'b', 'a', '-'),
  ('report.run',           'a', 'b', 'o', 'o', 'b', 'a', 'b', 'a', '-'),
  ('audit.view',           'a', 'b', '-', '-', '-', '-', '-', 'a', '-'),
  ('import.run',           'a', '-', '-', '-', '-', '-', '-', '-', '-')
),
template (position, code, name, staff) AS (
  VALUES
  (1, 'ADMIN',         'Administrator', true),
  (2, 'MANAGER',       'Manager',       true),
  (3, 'LOAN_OFFICER',  'Loan officer',  true),
  (4, 'FIELD_OFFICER', 'Field officer', true),
  (5, 'TELLER',        'Teller',        true),
  (6, 'ACCOUNTANT',    'Accountant',    true),
  (7, 'COLLECTOR',     'Collector',     true),
  (8, 'AUDITOR',       'Auditor',       true),
  (9, 'BORROWER',      'Borrower',      false)
),
granted (code, permission, letter) AS (
  SELECT r.code, m.permission,
         CASE r.code
           WHEN 'ADMIN'         THEN m.admin
           WHEN 'MANAGER'       THEN m.manager
           WHEN 'LOAN_OFFICER'  THEN m.loan_officer
           WHEN 'FIELD_OFFICER' THEN m.field_officer
           WHEN 'TELLER'        THEN m.teller
           WHEN 'ACCOUNTANT'    THEN m.accountant
           WHEN 'COLLECTOR'     THEN m.collector
           WHEN 'AUDITOR'       THEN m.auditor
           WHEN 'BORROWER'      THEN m.borrower
         END
    FROM template r CROSS JOIN matrix m
)
SELECT r.code, r.name, r.position, r.staff,
       (SELECT jsonb_object_agg(
                 g.permission,
                 CASE g.letter WHEN 'a' THEN 'ORGANIZATION' WHEN 'b' THEN 'BRANCH' WHEN 'o' THEN 'OWN' WHEN 's' THEN 'SELF' END)
          FROM granted g
         WHERE g.code = r.code
           AND g.letter <> '-')
  FROM template r
 ORDER BY r.position;
