import { expect, test } from 'vitest';
import { carriedOver, guessed, mappingOf, mappingShape, sourceOf, type Preview } from '@/features/integration/mapping';

const loans: Preview = {
  encoding: 'UTF-8',
  separator: ';',
  part: 'LOANS',
  columns: [
    { name: 'loan_id', samples: ['1'] },
    { name: 'first', samples: ['Ada'] },
    { name: 'amount', samples: ['1000'] },
    { name: 'date', samples: ['Mar-2018'] },
    { name: 'status', samples: ['Current'] },
  ],
  fields: { reference: 'loan_id', 'terms.amount': 'amount', 'terms.disbursedOn': 'date', 'position.status': 'status' },
  dates: ['MON_YYYY'],
  statuses: [{ word: 'Current', fate: 'ACTIVE' }, { word: 'Odd' }],
};

test('a column, a text with braces and a fixed text are told apart', () => {
  expect(sourceOf('amount', ['amount'])).toEqual({ column: 'amount' });
  expect(sourceOf('{first} {last}', ['first', 'last'])).toEqual({ template: '{first} {last}' });
  expect(sourceOf('36', ['amount'])).toEqual({ constant: '36' });
  expect(sourceOf('  ', ['amount'])).toBeUndefined();
});

test('guesses and what somebody adds become the mapping of the server', () => {
  const values = guessed({ loans, payments: undefined }, 'USD');
  values.source = 'Old bank';
  values.loans.fields['borrower:name'] = 'Borrower {loan_id}';
  values.statuses = [
    { word: 'Current', fate: 'ACTIVE' },
    { word: 'Odd', fate: 'SKIP' },
  ];
  values.loans.fields['terms:annualRate'] = '12';
  values.loans.fields['terms:repayments'] = '36';

  const mapping = mappingOf(mappingShape.parse(values), { loans, payments: undefined });

  expect(mapping.loans).toMatchObject({
    format: { separator: ';', dates: ['MON_YYYY'] },
    reference: { column: 'loan_id' },
    borrower: { name: { template: 'Borrower {loan_id}' } },
    terms: { amount: { column: 'amount' }, annualRate: { constant: '12' }, product: { currency: 'USD' } },
    position: { statuses: { Current: 'ACTIVE', Odd: 'SKIP' } },
  });
  expect(mapping.payments).toBeUndefined();
});

test('a word for a state that nobody knows is not guessed, and has to be said', () => {
  const values = guessed({ loans, payments: undefined }, 'USD');
  values.source = 'Old bank';
  values.productId = 'p1';

  expect(values.statuses).toEqual([
    { word: 'Current', fate: 'ACTIVE' },
    { word: 'Odd', fate: '' },
  ]);
  expect(mappingShape.safeParse(values).error?.issues.map(({ path }) => path)).toEqual([['statuses', 1, 'fate']]);
});

test('what was said of a file stays for the next one, as far as that has the same columns', () => {
  const guess = guessed({ loans, payments: undefined }, 'USD').loans;
  const said = {
    ...guess,
    decimals: 'COMMA' as const,
    fields: { reference: 'first', 'borrower:name': '{first} {row}', 'terms:repayments': '36', 'terms:amount': 'date' },
  };
  const next: Preview = { ...loans, columns: loans.columns.filter(({ name }) => name !== 'date') };

  const carried = carriedOver(said, loans, guessed({ loans: next, payments: undefined }, 'USD').loans, next);

  expect(carried.decimals).toBe('COMMA');
  expect(carried.fields).toMatchObject({
    reference: 'first',
    'borrower:name': '{first} {row}',
    'terms:repayments': '36',
    'terms:amount': 'amount',
  });
});

test('loans on a new product need a rate and a number of installments', () => {
  const values = guessed({ loans: { ...loans, statuses: [] }, payments: undefined }, 'USD');
  values.source = 'Old bank';

  expect(mappingShape.safeParse(values).error?.issues.map(({ path }) => path.at(-1))).toEqual([
    'terms:annualRate',
    'terms:repayments',
  ]);
  expect(mappingShape.safeParse({ ...values, productId: 'p1' }).success).toBe(true);
});
