import { z } from 'zod';
import { currencyCode, isoDate, optionalText, requiredText } from '@/components/form/rules';
import { addAmounts, compareAmounts, fitsCurrency, isAmount, subtractAmounts } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';
import { NewManualEntry, NewManualLine } from '@/lib/api/limits';

const line = z.object({ account: z.string().trim(), debit: z.string(), credit: z.string() });

/** A line as it is typed: one of the two columns is filled. */
export type LineValues = z.infer<typeof line>;

export const BLANK: LineValues = { account: '', debit: '', credit: '' };

const PATTERN = new RegExp(`^(?:${NewManualLine.amount.pattern})$`);

/** What is typed, and what of it is sent: lines that nothing was typed into, at the end, are left out. */
export const shape = z
  .object({
    on: isoDate(),
    branchId: optionalText(),
    currency: currencyCode(),
    description: requiredText(NewManualEntry.description),
    reason: requiredText(NewManualEntry.reason),
    lines: z.array(line),
  })
  .superRefine((values, context) => {
    const lines = typedLines(values.lines);
    const tell = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['lines', ...path], message });
    lines.forEach((each, index) => {
      if (each.account === '') tell([index, 'account'], 'Fill this in.');
      if (each.debit === '' && each.credit === '') tell([index, 'debit'], 'Type an amount.');
      if (each.debit !== '' && each.credit !== '') tell([index, 'credit'], 'One side only.');
      for (const side of ['debit', 'credit'] as const) {
        const objection = objectionTo(each[side], values.currency);
        if (objection !== undefined) tell([index, side], objection);
      }
    });
    if (lines.length < 2) tell([], 'An entry has two lines at least.');
    else if (compareAmounts(difference(lines), '0') !== 0) tell([], 'The two sides differ.');
  })
  .transform(({ lines, ...rest }): Schema<'NewManualEntry'> => ({
    ...rest,
    branchId: rest.branchId ?? null,
    lines: typedLines(lines).map(({ account, debit, credit }) =>
      debit === '' ? { account, side: 'CREDIT', amount: credit } : { account, side: 'DEBIT', amount: debit },
    ),
  }));

export type Values = z.input<typeof shape>;

function objectionTo(amount: string, currency: string): string | undefined {
  if (amount === '') return undefined;
  if (!isAmount(amount) || amount.startsWith('-')) return 'This is no amount. Type it like 1250.50 or 5k.';
  if (compareAmounts(amount, '0') === 0) return 'The amount must be above zero.';
  if (!PATTERN.test(amount)) return 'This amount has too many digits.';
  return fitsCurrency(amount, currency) ? undefined : 'This amount has too many decimals for the currency.';
}

function typedLines(lines: readonly LineValues[]): readonly LineValues[] {
  const last = lines.findLastIndex((each) => each.account !== '' || each.debit !== '' || each.credit !== '');
  return lines.slice(0, last + 1);
}

/** The sum of one column; what is no amount yet does not count. */
export function total(lines: readonly LineValues[], side: 'debit' | 'credit'): string {
  return addAmounts(...lines.map((each) => each[side]).filter(isAmount));
}

/** Debits less credits. */
export function difference(lines: readonly LineValues[]): string {
  return subtractAmounts(total(lines, 'debit'), total(lines, 'credit'));
}
