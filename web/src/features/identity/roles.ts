/** The roles of staff, as invitations name them. */
export const STAFF_ROLES = [
  'ADMIN',
  'MANAGER',
  'LOAN_OFFICER',
  'FIELD_OFFICER',
  'TELLER',
  'ACCOUNTANT',
  'COLLECTOR',
  'AUDITOR',
] as const;
