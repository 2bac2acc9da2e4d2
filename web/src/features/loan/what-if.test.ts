import { describe, expect, it, test } from 'vitest';
import { changeOf, whatIf, whatIfShape } from '@/features/loan/what-if';
import { NewSimulation } from '@/lib/api/limits';

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

  it('takes whole numbers of installments, as many as the API does', () => {
    const longer = (installments: string) =>
      whatIfShape.safeParse({ ...EMPTY, kind: 'LONGER_TERM', from: '2026-03-02', installments }).success;
    const { maximum } = NewSimulation.installments;

    expect(longer('1.5')).toBe(false);
    expect(longer(String(maximum))).toBe(true);
    expect(longer(String(maximum + 1))).toBe(false);
  });

  it('refuses a rate and an amount that the API would refuse', () => {
    const rate = (annualRate: string) =>
      whatIfShape.safeParse({ ...EMPTY, kind: 'RATE', from: '2026-03-02', annualRate }).success;
    const amount = (typed: string) => whatIfShape.safeParse({ ...EMPTY, kind: 'TOP_UP', amount: typed }).success;

    expect([rate('7,5'), rate('123456'), amount('12.50'), amount('0'), amount('12345678901234')]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

test('what was looked at is what is agreed, and more money is not', () => {
  expect(changeOf({ kind: 'LONGER_TERM', from: '2026-03-02', installments: 6 })).toEqual({
    kind: 'LONGER_TERM',
    from: '2026-03-02',
    installments: 6,
  });
  expect(changeOf({ kind: 'TOP_UP', amount: '100' })).toBeUndefined();
});
