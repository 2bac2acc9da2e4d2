import { expect, test } from 'vitest';
import { changedTerms, productShape, productValues, type Product } from '@/features/product/product-form';
import { oddProduct as product } from '@/features/product/testing';

const saved = (values: object) =>
  changedTerms(product, productShape.parse({ ...productValues('KES', product), ...values }));

test('a new name changes the name and nothing else', () => {
  const { id, active, version, ...terms } = product;

  expect([id, active, version]).toEqual(['p-1', true, 3]);
  expect(JSON.parse(JSON.stringify(saved({ name: 'Harvest loan' })))).toEqual({
    ...terms,
    name: 'Harvest loan',
    charges: [
      { name: 'Insurance', amount: '250.00', at: 'DATE', on: '2026-12-24' },
      { name: 'Fee', percent: '1.5', at: 'EACH_INSTALLMENT' },
    ],
    approvalSteps: [{ role: 'MANAGER' }],
    penalty: {
      toleranceDays: 5,
      basis: 'PERCENT_OF_OVERDUE',
      value: '10',
      repeatEveryDays: 30,
      capPerInstallment: '40.00',
    },
    installmentMultipleOf: undefined,
    minPrincipal: undefined,
  });
});

test('a charge that the form cannot show is saved as it was', () => {
  const later = { name: 'Late fee', amount: '5.00', at: 'WHEN_LATE' } as unknown as Product['charges'][number];
  const values = productValues('KES', { ...product, charges: [later] });

  expect(values.charges).toEqual([]);
  expect(changedTerms({ ...product, charges: [later] }, productShape.parse(values)).charges).toEqual([later]);
});

test('a charge on a date wants its date', () => {
  const charge = { name: 'Insurance', kind: 'amount', value: '250', at: 'DATE', on: '' };

  const checked = productShape.safeParse({ ...productValues('KES', product), charges: [charge] });

  expect(checked.error?.issues.map(({ path }) => path.join('.'))).toEqual(['charges.0.on']);
});

test('more rules and accounts are saved as they were chosen; accounts that the form does not show stay', () => {
  const changed = saved({ advance: 'LAST_INSTALLMENT', recalculation: 'NONE', accounts: { CASH: '', BANK: '1125' } });

  expect(changed).toMatchObject({ advance: 'LAST_INSTALLMENT', recalculation: 'NONE' });
  expect(changed.accounts).toEqual({ BANK: '1125', BORROWER_WALLETS: '2110' });
});

test('an order step by step is saved as it was put, and none where it is by parts', () => {
  const values = productValues('KES', product);

  expect(saved({}).allocationSteps).toEqual(product.allocationSteps);
  expect(saved({ allocationSteps: [...values.allocationSteps].reverse() }).allocationSteps?.[0]).toBe(
    'IN_ADVANCE_PRINCIPAL',
  );
  expect(saved({ allocationSteps: [] }).allocationSteps).toBeUndefined();
  expect(saved({ allocationDirection: 'HORIZONTAL' }).allocationDirection).toBe('HORIZONTAL');
});

test('interest that follows payments is refused at its field where it cannot', () => {
  const values = productValues('KES', product);

  const checked = productShape.safeParse({ ...values, interestMethod: 'FLAT' });

  expect(values.recalculation).toBe('FOLLOWS_PAYMENTS');
  expect(checked.error?.issues.map(({ path }) => path.join('.'))).toEqual(['recalculation']);
});

test('a day of the month is saved as it was chosen', () => {
  const day = (dueDay: object) => saved({ dueDay: { ordinal: '1', weekday: 'MONDAY', ...dueDay } }).dueDay;

  expect(day({ kind: '' })).toBeNull();
  expect(day({ kind: 'MONTH_END' })).toEqual({ kind: 'MONTH_END' });
  expect(day({ kind: 'DAY_OF_MONTH', ordinal: '15' })).toEqual({ kind: 'DAY_OF_MONTH', ordinal: 15 });
  expect(day({ kind: 'LAST_WEEKDAY', weekday: 'FRIDAY' })).toEqual({ kind: 'LAST_WEEKDAY', weekday: 'FRIDAY' });
});

test.each([
  [{ dueDay: { kind: 'NTH_WEEKDAY', ordinal: '5', weekday: 'MONDAY' } }, 'dueDay.ordinal'],
  [{ dueDay: { kind: 'DAY_OF_MONTH', ordinal: '', weekday: 'MONDAY' } }, 'dueDay.ordinal'],
  [{ unit: 'WEEKS' }, 'dueDay.kind'],
])('a day of the month that cannot be is refused at its field: %o', (values, field) => {
  const checked = productShape.safeParse({ ...productValues('KES', product), ...values });

  expect(checked.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

test('a largest amount below the least one is refused at its field', () => {
  const checked = productShape.safeParse({
    ...productValues('KES', product),
    minPrincipal: '20000',
    maxPrincipal: '1000',
  });

  expect(checked.error?.issues.map(({ path }) => path.join('.'))).toEqual(['maxPrincipal']);
});

const penalty = (values: object) => productShape.safeParse({ ...productValues('KES', product), ...values });
const fields = (more: object) => ({
  penalty: {
    ...{ basis: 'PERCENT_OF_OVERDUE', toleranceDays: '3', value: '1', repeatEveryDays: '' },
    ...{ capPercentOfPrincipal: '', capPerInstallment: '' },
    ...more,
  },
});

test('what it costs to pay late is saved as it was chosen', () => {
  expect(penalty(fields({})).data?.penalty).toEqual({ basis: 'PERCENT_OF_OVERDUE', toleranceDays: 3, value: '1' });
  expect(penalty(fields({ repeatEveryDays: '1', capPercentOfPrincipal: '5' })).data?.penalty).toMatchObject({
    repeatEveryDays: 1,
    capPercentOfPrincipal: '5',
  });
  expect(JSON.parse(JSON.stringify(saved(fields({ basis: '' }))))).not.toHaveProperty('penalty');
});

test.each([
  [{ repeatEveryDays: '1' }, 'penalty.capPercentOfPrincipal'],
  [{ value: '' }, 'penalty.value'],
  [{ value: '101' }, 'penalty.value'],
  [{ toleranceDays: '91' }, 'penalty.toleranceDays'],
  [{ repeatEveryDays: '0', capPerInstallment: '5' }, 'penalty.repeatEveryDays'],
])('a penalty that cannot be is refused at its field: %o', (more, field) => {
  expect(penalty(fields(more)).error?.issues.map(({ path }) => path.join('.'))[0]).toBe(field);
});
