import { z } from 'zod';
import { compareAmounts, decimalsOf, fitsCurrency, isAmount } from '@/lib/amount';

// The limits are the API's own, from lib/api/limits: a form is refused here first, by the server's rules.

/** What the API says of a text. */
type TextLimits = { readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string };
/** What the API says of a number. */
type NumberLimits = { readonly minimum: number; readonly maximum: number };

/** Why a text is not within the limits; `form` says how it is written where there is a pattern. */
function objection(text: string, { maxLength, pattern }: TextLimits, form: string): string | undefined {
  if (maxLength !== undefined && text.length > maxLength) return `At most ${String(maxLength)} characters.`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) return form;
  return undefined;
}

const within = (limits: TextLimits, form: string) => (text: string, context: z.core.$RefinementCtx<string>) => {
  const message = text === '' ? undefined : objection(text, limits, form);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
};

const NOT_SO = 'This is not written as it should be.';

export const requiredText = (limits: TextLimits = {}, form = NOT_SO) =>
  z.string().trim().min(1, 'Fill this in.').superRefine(within(limits, form));

/** A text that may be empty, and is sent so. */
export const text = (limits: TextLimits = {}, form = NOT_SO) => z.string().trim().superRefine(within(limits, form));

export const optionalText = (limits: TextLimits = {}, form = NOT_SO) =>
  text(limits, form).transform((text) => (text === '' ? undefined : text));

const NO_AMOUNT = 'This is no amount. Type it like 1250.50 or 5k.';
const TOO_LONG = 'This amount has too many digits.';
const NEGATIVE = 'The amount must not be negative.';

export const positiveAmount = (limits: TextLimits = {}) =>
  z
    .string()
    .min(1, 'Type an amount.')
    .refine((text) => text === '' || isAmount(text), { error: NO_AMOUNT, abort: true })
    .refine((text) => !isAmount(text) || compareAmounts(text, '0') > 0, 'The amount must be above zero.')
    .superRefine(within(limits, TOO_LONG));

/** An amount above zero with no more decimals than its currency. */
export const positiveMoney = (currency: string, limits: TextLimits = {}) =>
  positiveAmount(limits).superRefine((text, context) => {
    if (!isAmount(text) || fitsCurrency(text, currency)) return;
    const most = String(decimalsOf(currency));
    context.addIssue({ code: 'custom', message: `At most ${most} decimals in ${currency}.` });
  });

export const optionalAmount = (limits: TextLimits = {}) =>
  z
    .string()
    .refine((text) => text === '' || isAmount(text), { error: NO_AMOUNT, abort: true })
    .refine((text) => !text.startsWith('-'), { error: NEGATIVE, abort: true })
    .superRefine(within(limits, TOO_LONG))
    .transform((text) => (text === '' ? undefined : text));

export const isoDate = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a date.');

export const optionalDate = () =>
  z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Choose a date.')
    .transform((text) => (text === '' ? undefined : text));

const NO_WHOLE_NUMBER = 'Type a whole number.';

const between = (number: z.ZodNumber, { minimum, maximum }: NumberLimits) =>
  number
    .int(NO_WHOLE_NUMBER)
    .min(minimum, `At least ${String(minimum)}.`)
    .max(maximum, `At most ${String(maximum)}.`);

export const wholeNumber = (limits: NumberLimits) => between(z.coerce.number({ error: NO_WHOLE_NUMBER }), limits);

export const optionalWholeNumber = (limits: NumberLimits) =>
  z
    .string()
    .trim()
    .transform((text) => (text === '' ? undefined : Number(text)))
    .pipe(between(z.number({ error: NO_WHOLE_NUMBER }), limits).optional());

export const percent = (limits: TextLimits) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(',', '.'))
    .refine(
      (text) => text !== '' && objection(text, limits, NOT_SO) === undefined,
      'Type a percentage like 12.5, from 0 to 10000.',
    );

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const NO_EMAIL = 'This is no e-mail address.';

export const optionalEmail = (limits: TextLimits) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || EMAIL.test(text), NO_EMAIL)
    .superRefine(within(limits, NO_EMAIL))
    .transform((text) => (text === '' ? undefined : text));

export const email = (limits: TextLimits) =>
  z.string().trim().min(1, 'Fill this in.').regex(EMAIL, NO_EMAIL).superRefine(within(limits, NO_EMAIL));

/** A currency; all code letters, whatever their case was. */
export const currencyCode = () =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'Three letters, like EUR or KES.');

export const newPassword = () =>
  z
    .string()
    .min(8, 'At least 8 characters.')
    .refine((text) => Array.from(text).length <= 128, 'At most 128 characters.');
