import { describe, expect, it } from 'vitest';
import { whatIf, whatIfShape } from '@/features/loan/what-if';

const EMPTY = { from: '', to: '', annualRate: '', installments: '', dueOn: '', newDueOn: '', amount: '' };

describe('what if', () => {
  it('sends the fields of the chosen change only', () => {
    const values = whatIfShape.parse({ ...EMPTY, kind: 'RATE', from: '2026-03-02', annualRate: '7,5', amount: '5' });

    expect(whatIf(values)).toEqual({ kind: 'RATE', from: '2026-03-02', annualRate: '7.5' });
  });

  it('asks for the fields of the chosen change only', () => {
    const result = whatIfShape.safeParse({ ...EMPTY, kind: 'PAYMENT_HOLIDAY' });

    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual(['dueOn', 'newDueOn']);
  });

  it('takes whole numbers of installments', () => {
    expect(
      whatIfShape.safeParse({ ...EMPTY, kind: 'LONGER_TERM', from: '2026-03-02', installments: '1.5' }).success,
    ).toBe(false);
  });
});
