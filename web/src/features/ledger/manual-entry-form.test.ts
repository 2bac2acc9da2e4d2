import { expect, test } from 'vitest';
import { BLANK, difference, shape, total, type Values } from '@/features/ledger/manual-entry-form';

const entry: Values = {
  on: '2026-03-11',
  branchId: '',
  currency: 'KES',
  description: 'Rent of March',
  reason: 'Invoice 17',
  lines: [{ account: '5200', debit: '120.50', credit: '' }, { account: '1120', debit: '', credit: '120.50' }, BLANK],
};

const refusals = (changes: Partial<Values>) =>
  shape.safeParse({ ...entry, ...changes }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('each line goes to its side, and an untouched one at the end is left out', () => {
  expect(shape.parse(entry)).toEqual({
    on: '2026-03-11',
    branchId: null,
    currency: 'KES',
    description: 'Rent of March',
    reason: 'Invoice 17',
    lines: [
      { account: '5200', side: 'DEBIT', amount: '120.50' },
      { account: '1120', side: 'CREDIT', amount: '120.50' },
    ],
  });
});

test('sides are added up while amounts are typed, and what is no amount yet does not count', () => {
  const lines = [...entry.lines, { account: '5200', debit: '0.25', credit: '' }, { ...BLANK, debit: '1.' }];

  expect(total(lines, 'debit')).toBe('120.75');
  expect(difference(lines)).toBe('0.25');
});

test('sides that differ are refused, and so is one line alone', () => {
  const [first = BLANK, second = BLANK] = entry.lines;

  expect(refusals({ lines: [first, { ...second, credit: '120.49' }] })).toEqual(['lines: The two sides differ.']);
  expect(refusals({ lines: [first] })).toEqual(['lines: An entry has two lines at least.']);
});

test('a line has an account and one amount, in the currency’s decimals', () => {
  const [first = BLANK, second = BLANK] = entry.lines;

  expect(refusals({ lines: [{ ...first, account: '' }, second] })).toEqual(['lines.0.account: Fill this in.']);
  expect(
    refusals({
      lines: [
        { ...first, credit: '120.50' },
        { ...second, debit: '120.50' },
      ],
    }),
  ).toEqual(['lines.0.credit: One side only.', 'lines.1.credit: One side only.']);
  expect(refusals({ currency: 'JPY' })).toContain('lines.0.debit: This amount has too many decimals for the currency.');
  expect(refusals({ lines: [first, BLANK, second] })).toEqual([
    'lines.1.account: Fill this in.',
    'lines.1.debit: Type an amount.',
  ]);
});
