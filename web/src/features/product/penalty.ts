import { z } from 'zod';
import { optionalAmount, optionalWholeNumber, positiveAmount, wholeNumber } from '@/components/form/rules';
import { compareAmounts } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';
import { PenaltyFields } from '@/lib/api/limits';
import { oneOf } from '@/lib/one-of';

/** What a penalty is worked out from; empty where lateness costs nothing. */
export const PENALTY_BASES = ['', 'FIXED', 'PERCENT_OF_OVERDUE', 'PERCENT_OF_OVERDUE_PRINCIPAL'] as const;

const MOST_PERCENT = '100';

const agreed = z
  .object({
    basis: z.enum(PENALTY_BASES).exclude(['']),
    toleranceDays: wholeNumber(PenaltyFields.toleranceDays),
    value: positiveAmount(PenaltyFields.value),
    repeatEveryDays: optionalWholeNumber(PenaltyFields.repeatEveryDays),
    capPercentOfPrincipal: optionalAmount(PenaltyFields.capPercentOfPrincipal),
    capPerInstallment: optionalAmount(PenaltyFields.capPerInstallment),
  })
  .superRefine(({ basis, value }, context) => {
    if (basis !== 'FIXED' && compareAmounts(value, MOST_PERCENT) > 0)
      context.addIssue({ code: 'custom', path: ['value'], message: 'At most 100 percent.' });
  })
  .superRefine(({ repeatEveryDays, capPercentOfPrincipal, capPerInstallment }, context) => {
    if (repeatEveryDays !== undefined && capPercentOfPrincipal === undefined && capPerInstallment === undefined)
      context.addIssue({
        code: 'custom',
        path: ['capPercentOfPrincipal'],
        message: 'A penalty that repeats grows for as long as nobody pays: name a cap.',
      });
  });

/** What it costs to pay late, as a form holds it; undefined for nothing. */
export const penaltyShape = z
  .object({
    basis: z.enum(PENALTY_BASES),
    toleranceDays: z.string(),
    value: z.string(),
    repeatEveryDays: z.string(),
    capPercentOfPrincipal: z.string(),
    capPerInstallment: z.string(),
  })
  .superRefine((values, context) => {
    if (values.basis === '') return;
    for (const { path, message } of agreed.safeParse(values).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  })
  .transform((values): Schema<'PenaltyFields'> | undefined => agreed.safeParse(values).data);

type PenaltyValues = z.input<typeof penaltyShape>;

/** A penalty as the form shows it. */
export function penaltyValues(penalty: Schema<'PenaltyFields'> | null | undefined): PenaltyValues {
  return {
    basis: oneOf(PENALTY_BASES, penalty?.basis ?? '') ?? '',
    toleranceDays: String(penalty?.toleranceDays ?? 0),
    value: penalty?.value ?? '',
    repeatEveryDays: String(penalty?.repeatEveryDays ?? ''),
    capPercentOfPrincipal: penalty?.capPercentOfPrincipal ?? '',
    capPerInstallment: penalty?.capPerInstallment ?? '',
  };
}
