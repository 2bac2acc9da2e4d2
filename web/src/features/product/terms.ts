import { z } from 'zod';
import {
  currencyCode,
  optionalAmount,
  optionalDate,
  percent,
  positiveAmount,
  requiredText,
  wholeNumber,
} from '@/components/form/rules';
import { dueDatesShape, refineDueDay, USUAL_DUE_DATES } from '@/features/product/due-dates';
import type { Schema } from '@/lib/api/client';
import { ChargeFields, ScheduleRequest } from '@/lib/api/limits';
import { oneOf } from '@/lib/one-of';

// The same words as the calculator's and the product's body, so that one form serves both.

export const INTEREST_METHODS = ['DECLINING_BALANCE', 'FLAT'] as const;
export const AMORTIZATIONS = ['EQUAL_INSTALLMENTS', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'BULLET'] as const;
export const INTEREST_PERIODS = ['DAILY', 'SAME_AS_REPAYMENT_PERIOD'] as const;
export const DAYS_IN_YEAR = ['ACTUAL', '360', '364', '365'] as const;
export const DAYS_IN_MONTH = ['ACTUAL', '30'] as const;
export const UNITS = ['DAYS', 'WEEKS', 'MONTHS'] as const;
export const ROUNDINGS = ['HALF_EVEN', 'HALF_UP', 'UP'] as const;
export const CHARGE_TIMES = ['DISBURSEMENT', 'EACH_INSTALLMENT', 'DATE'] as const;

const charge = z
  .object({
    name: requiredText(ChargeFields.name),
    kind: z.enum(['amount', 'percent']),
    value: positiveAmount(),
    at: z.enum(CHARGE_TIMES),
    on: optionalDate(),
  })
  .superRefine(({ kind, value, at, on }, context) => {
    const checked = positiveAmount(ChargeFields[kind]).safeParse(value);
    if (!checked.success)
      context.addIssue({ code: 'custom', path: ['value'], message: checked.error.issues[0]?.message ?? '' });
    if (at === 'DATE' && on === undefined)
      context.addIssue({ code: 'custom', path: ['on'], message: 'Choose a date.' });
  })
  .transform(({ name, kind, value, at, on }) => ({ name, at, [kind]: value, ...(at === 'DATE' && { on }) }));

/** How interest and installments come about. */
export const termsFields = {
  currency: currencyCode(),
  annualRate: percent(ScheduleRequest.annualRate),
  interestMethod: z.enum(INTEREST_METHODS),
  amortization: z.enum(AMORTIZATIONS),
  interestPeriod: z.enum(INTEREST_PERIODS),
  daysInYear: z.enum(DAYS_IN_YEAR),
  daysInMonth: z.enum(DAYS_IN_MONTH),
  repayments: wholeNumber(ScheduleRequest.repayments),
  every: wholeNumber(ScheduleRequest.every),
  unit: z.enum(UNITS),
  graceOnPrincipal: wholeNumber(ScheduleRequest.graceOnPrincipal),
  graceOnInterestPayment: wholeNumber(ScheduleRequest.graceOnInterestPayment),
  interestFreePeriods: wholeNumber(ScheduleRequest.interestFreePeriods),
  installmentRounding: z.enum(ROUNDINGS),
  installmentMultipleOf: optionalAmount(ScheduleRequest.installmentMultipleOf),
  downPaymentPercent: percent(ScheduleRequest.downPaymentPercent),
  charges: z.array(charge).max(ScheduleRequest.charges.maxItems),
  ...dueDatesShape,
};
export const termsShape = z.object(termsFields).superRefine(refineDueDay);

export type TermsValues = z.input<typeof termsShape>;
export type ChargeValues = TermsValues['charges'][number];
export type Terms = z.output<typeof termsShape>;

/** A common start: a year of equal monthly installments. */
export const usualTerms = (inCurrency: string): TermsValues => ({
  currency: inCurrency,
  annualRate: '18',
  interestMethod: 'DECLINING_BALANCE',
  amortization: 'EQUAL_INSTALLMENTS',
  interestPeriod: 'DAILY',
  daysInYear: 'ACTUAL',
  daysInMonth: 'ACTUAL',
  repayments: 12,
  every: 1,
  unit: 'MONTHS',
  graceOnPrincipal: 0,
  graceOnInterestPayment: 0,
  interestFreePeriods: 0,
  installmentRounding: 'HALF_EVEN',
  installmentMultipleOf: '',
  downPaymentPercent: '0',
  charges: [],
  ...USUAL_DUE_DATES,
});

/** A charge as the form shows it; undefined for one that it cannot show. */
export function chargeValues(charge: Schema<'ChargeFields'>): ChargeValues | undefined {
  const at = oneOf(CHARGE_TIMES, charge.at);
  if (at === undefined) return undefined;
  return {
    name: charge.name,
    kind: charge.percent ? 'percent' : 'amount',
    value: charge.percent ?? charge.amount ?? '',
    at,
    on: charge.on ?? '',
  };
}

type SharedTerm = keyof Schema<'ProductResponse'> & keyof Schema<'ScheduleRequest'>;

/** Every term of a product that makes a schedule: one that is new in the API does not compile until it is here. */
const SHARED_TERMS = Object.keys({
  currency: true,
  annualRate: true,
  repayments: true,
  unit: true,
  every: true,
  interestMethod: true,
  amortization: true,
  interestPeriod: true,
  daysInYear: true,
  daysInMonth: true,
  dueDay: true,
  workdayShift: true,
  shiftedInterest: true,
  graceOnPrincipal: true,
  graceOnInterestPayment: true,
  interestFreePeriods: true,
  installmentMultipleOf: true,
  installmentRounding: true,
  downPaymentPercent: true,
  charges: true,
} satisfies Record<SharedTerm, true>) as readonly SharedTerm[];

/** What one loan on the terms of a product has of its own. */
type Wanted = {
  readonly principal: string;
  readonly repayments: number | undefined;
  readonly disbursedOn: string;
  readonly firstDueOn?: string | undefined;
};

/** The question whose answer is the schedule of a loan on a product's terms: as the product states them, not as a form reads them. */
export function offered(
  product: Pick<Schema<'OfferedProduct'>, SharedTerm>,
  { principal, repayments, disbursedOn, firstDueOn }: Wanted,
): Schema<'ScheduleRequest'> {
  const terms = Object.fromEntries(SHARED_TERMS.map((term) => [term, product[term]]));
  return {
    ...(terms as Pick<typeof product, SharedTerm>),
    principal,
    disbursedOn,
    ...(repayments && { repayments }),
    ...(firstDueOn && { firstDueOn }),
  };
}
