import { expect, test } from 'vitest';
import type { Role } from '@/components/use-roles';
import {
  codeOf,
  grantsOf,
  limitsOf,
  newRoleShape,
  otherLimits,
  roleShape,
  roleValues,
} from '@/features/identity/role-form';

const teller = {
  code: 'TELLER',
  name: 'Teller',
  permissions: { 'loan.view': 'BRANCH', 'payment.record': 'OWN' },
  limits: [
    { permission: 'charge.waive', currency: 'KES', amount: '500.00' },
    { permission: 'charge.waive', currency: 'USD', amount: '5.00' },
  ],
} as unknown as Role;

const NONE = { approve: undefined, writeOff: undefined, waive: undefined, interest: undefined };

test('what is given comes back as it was, and what is not given stays away', () => {
  const values = roleValues(
    teller,
    {
      'loan.view': ['ORGANIZATION', 'BRANCH'],
      'loan.approve': ['BRANCH'],
      'payment.record': ['OWN'],
      'borrower.pii.unmasked': ['ORGANIZATION'],
    },
    'KES',
  );

  expect(values.permissions).toEqual({
    loan: { view: 'BRANCH', approve: '' },
    payment: { record: 'OWN' },
    borrower: { pii: { unmasked: '' } },
  });
  expect(grantsOf(values.permissions)).toEqual({ 'loan.view': 'BRANCH', 'payment.record': 'OWN' });
});

test('limits are those of the form in its currency, and of other currencies as they were', () => {
  expect(roleValues(teller, {}, 'KES').limits).toEqual({ approve: '', writeOff: '', waive: '500.00', interest: '' });
  expect(limitsOf(teller, { ...NONE, approve: '100' }, 'KES')).toEqual([
    { permission: 'charge.waive', currency: 'USD', amount: '5.00' },
    { permission: 'loan.approve', currency: 'KES', amount: '100' },
  ]);
});

test('a role that is saved as it is keeps all its limits', () => {
  const limits = ['loan.approve', 'loan.write_off', 'charge.waive', 'interest.waive', 'new.permission'].map(
    (permission) => ({ permission, currency: 'KES', amount: '500.00' }),
  );
  const role = { ...teller, limits };

  const typed = roleValues(role, {}, 'KES').limits;

  expect(typed.interest).toBe('500.00');
  expect(limitsOf(role, roleShape.shape.limits.parse(typed), 'KES')).toEqual(expect.arrayContaining(limits));
  expect(otherLimits(role, 'KES').map((limit) => limit.permission)).toEqual(['new.permission']);
});

test('a role is called after its name where nobody says otherwise', () => {
  expect(codeOf('Cashier, day shift 2')).toBe('CASHIER_DAY_SHIFT');
  expect(codeOf('Gérant')).toBe('GERANT');
  expect(newRoleShape.parse({ name: 'Night desk', code: '' })).toEqual({ name: 'Night desk', code: 'NIGHT_DESK' });
  expect(newRoleShape.parse({ name: 'Night desk', code: 'nights' })).toMatchObject({ code: 'NIGHTS' });
});

test('a name without letters needs a code of its own', () => {
  expect(newRoleShape.safeParse({ name: '窓口', code: '' }).error?.issues[0]?.path).toEqual(['code']);
});
