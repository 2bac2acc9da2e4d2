import { expect, test } from 'vitest';
import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import { isOpenTo } from '@/lib/screens';

const having =
  (...permissions: Permission[]) =>
  (asked: Permission) =>
    permissions.includes(asked);

test('an application is taken by whoever may apply, for whichever borrower', () => {
  expect(isOpenTo(having('application.create'), paths.newApplication('3f6c'))).toBe(true);
  expect(isOpenTo(having('product.view'), paths.newApplication())).toBe(false);
});

test('the trail is open to who sees all of it and to who sees the part about the books', () => {
  expect(isOpenTo(having('audit.view'), paths.audit)).toBe(true);
  expect(isOpenTo(having('audit.books'), paths.audit)).toBe(true);
  expect(isOpenTo(having('ledger.view'), paths.audit)).toBe(false);
});

test('one of many is as open as the list, and the own profile is open to everybody', () => {
  expect(isOpenTo(having('loan.view'), paths.loan(':id'))).toBe(true);
  expect(isOpenTo(having(), paths.loan(':id'))).toBe(false);
  expect(isOpenTo(having(), paths.profile)).toBe(true);
});
