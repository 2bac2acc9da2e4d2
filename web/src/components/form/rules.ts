import { z } from 'zod';
import { compareAmounts, isAmount } from '@/lib/amount';

// The same limits as the server's: a form is refused here first, in the same words.

export const requiredText = (max = 200) =>
  z
    .string()
    .trim()
    .min(1, 'Fill this in.')
    .max(max, `At most ${String(max)} characters.`);

export const optionalText = (max = 200) =>
  z
    .string()
    .trim()
    .max(max, `At most ${String(max)} characters.`)
    .transform((text) => (text === '' ? undefined : text));

export const positiveAmount = () =>
  z
    .string()
    .min(1, 'Type an amount.')
    .refine(isAmount, 'This is no amount. Type it like 1250.50 or 5k.')
    .refine((text) => !isAmount(text) || compareAmounts(text, '0') > 0, 'The amount must be above zero.')
    .refine((text) => (text.split('.')[0]?.length ?? 0) <= 15, 'This amount is too large.');

export const optionalAmount = () =>
  z
    .string()
    .refine((text) => text === '' || isAmount(text), 'This is no amount. Type it like 1250.50 or 5k.')
    .transform((text) => (text === '' ? undefined : text));

export const isoDate = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a date.');

export const optionalDate = () =>
  z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Choose a date.')
    .transform((text) => (text === '' ? undefined : text));

export const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number({ error: 'Type a whole number.' })
    .int('Type a whole number.')
    .min(min, `At least ${String(min)}.`)
    .max(max, `At most ${String(max)}.`);

export const percent = () =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(',', '.'))
    .refine((text) => /^\d{1,4}(\.\d{1,6})?$/.test(text), 'Type a percentage like 12.5.');

export const optionalEmail = () =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'This is no e-mail address.')
    .transform((text) => (text === '' ? undefined : text));

export const email = () =>
  z
    .string()
    .trim()
    .min(1, 'Fill this in.')
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'This is no e-mail address.');

export const newPassword = () =>
  z
    .string()
    .min(8, 'At least 8 characters.')
    .refine((text) => new TextEncoder().encode(text).length <= 72, 'This is too long: at most 72 bytes.');
