import { z } from 'zod';
import { requiredText } from '@/components/form/rules';
import type { Schema } from '@/lib/api/client';

export type Preview = Schema<'Preview'>;
export type ImportMapping = Schema<'ImportMapping'>;
type FieldSource = Schema<'FieldSource'>;
export type Previews = { readonly loans: Preview | undefined; readonly payments: Preview | undefined };

/** A field of the mapping: its name in the API, its name on the screen, and whether it is needed. */
export type Field = { readonly path: string; readonly label: string; readonly isNeeded?: boolean };

export const LOAN_FIELDS: readonly Field[] = [
  { path: 'reference', label: 'Number of the loan', isNeeded: true },
  { path: 'borrower.name', label: 'Name of the borrower', isNeeded: true },
  { path: 'borrower.reference', label: 'Number of the borrower' },
  { path: 'borrower.phone', label: 'Phone' },
  { path: 'borrower.email', label: 'E-mail' },
  { path: 'borrower.address', label: 'Address' },
  { path: 'borrower.dateOfBirth', label: 'Date of birth' },
  { path: 'terms.amount', label: 'Amount lent', isNeeded: true },
  { path: 'terms.disbursedOn', label: 'Paid out on', isNeeded: true },
  { path: 'terms.annualRate', label: 'Interest, % a year' },
  { path: 'terms.repayments', label: 'Installments' },
  { path: 'terms.purpose', label: 'Purpose' },
  { path: 'position.status', label: 'Status' },
  { path: 'position.balance', label: 'Principal still owed' },
  { path: 'position.daysPastDue', label: 'Days past due' },
  { path: 'position.paidPrincipal', label: 'Principal paid' },
  { path: 'position.paidInterest', label: 'Interest paid' },
  { path: 'position.paidFees', label: 'Fees paid' },
  { path: 'position.paidPenalties', label: 'Penalties paid' },
  { path: 'position.on', label: 'Figures as of' },
];

export const PAYMENT_FIELDS: readonly Field[] = [
  { path: 'reference', label: 'Number of the payment', isNeeded: true },
  { path: 'loanReference', label: 'Number of the loan', isNeeded: true },
  { path: 'amount', label: 'Amount paid', isNeeded: true },
  { path: 'on', label: 'Paid on', isNeeded: true },
];

export const DATE_STYLES = [
  'YYYY_MM_DD',
  'YYYYMMDD',
  'YYMMDD',
  'DD_MM_YYYY',
  'MM_DD_YYYY',
  'DD_MON_YYYY',
  'MON_YYYY',
  'YYYY_MM',
  'MM_YYYY',
] as const;
export const FATES = ['ACTIVE', 'DEFAULTED', 'CLOSED', 'WRITTEN_OFF', 'SKIP'] as const;

const file = z.object({
  fields: z.record(z.string(), z.string().optional()),
  dates: z.enum(DATE_STYLES),
  decimals: z.enum(['POINT', 'COMMA']),
  roundDecimals: z.boolean(),
});

/** What every loan needs, and a new product does not say. */
const PRODUCT_TERMS = ['terms:annualRate', 'terms:repayments'] as const;

/** What the form asks: fields by their paths, a dot in a path written as a colon. */
export const mappingShape = z
  .object({
    source: requiredText({ maxLength: 100 }),
    productId: z.string(),
    productName: z.string().trim().max(200),
    currency: z.string().trim().toUpperCase(),
    loans: file,
    payments: file,
    statuses: z.array(z.object({ word: z.string(), fate: z.string().pipe(z.enum(FATES, 'Choose what it means.')) })),
  })
  .superRefine(({ productId, loans }, context) => {
    const isAsked = productId === '' && Object.values(loans.fields).some(Boolean);
    for (const path of isAsked ? PRODUCT_TERMS : []) {
      if ((loans.fields[path] ?? '').trim() === '')
        context.addIssue({ code: 'custom', path: ['loans', 'fields', path], message: 'Choose a column, or type it.' });
    }
  });
export type MappingValues = z.input<typeof mappingShape>;
type FileValues = MappingValues['loans'];

/** The name of a field in the form, where a dot would open a record. */
export const inputName = (path: string) => path.replaceAll('.', ':');

/** What the form starts with: the server's guesses. A word that nobody knows is left for people to say. */
export function guessed({ loans, payments }: Previews, currency: string): MappingValues {
  const part = (preview: Preview | undefined) => ({
    fields: Object.fromEntries(
      Object.entries(preview?.fields ?? {}).map(([path, column]) => [inputName(path), column]),
    ),
    dates: preview?.dates[0] ?? ('YYYY_MM_DD' as const),
    decimals: 'POINT' as const,
    roundDecimals: false,
  });
  return {
    source: '',
    productId: '',
    productName: 'Taken over',
    currency,
    loans: part(loans),
    payments: part(payments),
    statuses: (loans?.statuses ?? []).map(({ word, fate }) => ({ word, fate: fate ?? '' })),
  };
}

/** A column, a text with columns in braces, or the same text for every row. */
export function sourceOf(typed: string | undefined, columns: readonly string[]): FieldSource | undefined {
  const text = (typed ?? '').trim();
  if (text === '') return undefined;
  if (columns.includes(text)) return { column: text };
  return /\{[^{}]+\}/.test(text) ? { template: text } : { constant: text };
}

/** The columns that a text of the form takes its value from. */
function columnsIn(text: string, columns: readonly string[]): readonly string[] {
  if (columns.includes(text)) return [text];
  return [...text.matchAll(/\{([^{}]+)\}/g)].map(([, column]) => column ?? '').filter((column) => column !== 'row');
}

/** What was said of a file that is chosen anew, as far as the new one has the same columns. */
export function carriedOver(
  said: FileValues,
  before: Preview | undefined,
  guess: FileValues,
  now: Preview | undefined,
): FileValues {
  if (before === undefined || now === undefined) return guess;
  const had = before.columns.map((column) => column.name);
  const has = new Set(now.columns.map((column) => column.name));
  const stays = ([, text]: [string, string | undefined]) =>
    text !== undefined && text !== '' && columnsIn(text, had).every((column) => has.has(column));
  return {
    ...said,
    dates: now.dates.length === 0 || now.dates.includes(said.dates) ? said.dates : guess.dates,
    fields: { ...guess.fields, ...Object.fromEntries(Object.entries(said.fields).filter(stays)) },
  };
}

/** The mapping as the server takes it. */
export function mappingOf(values: z.output<typeof mappingShape>, previews: Previews): ImportMapping {
  const mapped = (part: 'loans' | 'payments') => {
    const columns = (previews[part]?.columns ?? []).map((column) => column.name);
    const at = (path: string) => sourceOf(values[part].fields[inputName(path)], columns);
    const group = (prefix: string, fields: readonly Field[]) =>
      Object.fromEntries(
        fields
          .filter((field) => field.path.startsWith(`${prefix}.`))
          .map((field) => [field.path.slice(prefix.length + 1), at(field.path)] as const)
          .filter(([, source]) => source !== undefined),
      );
    const format = {
      encoding: previews[part]?.encoding,
      separator: previews[part]?.separator,
      dates: [values[part].dates],
      decimals: values[part].decimals,
      roundDecimals: values[part].roundDecimals,
    };
    return { at, group, format };
  };
  const loans = mapped('loans');
  const payments = mapped('payments');
  const product =
    values.productId === ''
      ? { product: { name: values.productName, currency: values.currency } }
      : { productId: values.productId };
  const whole = {
    source: values.source,
    ...(previews.loans && {
      loans: {
        format: loans.format,
        reference: loans.at('reference'),
        borrower: loans.group('borrower', LOAN_FIELDS),
        terms: { ...loans.group('terms', LOAN_FIELDS), ...product },
        position: {
          ...loans.group('position', LOAN_FIELDS),
          statuses: Object.fromEntries(values.statuses.map(({ word, fate }) => [word, fate])),
        },
      },
    }),
    ...(previews.payments && {
      payments: {
        format: payments.format,
        reference: payments.at('reference'),
        loanReference: payments.at('loanReference'),
        amount: payments.at('amount'),
        on: payments.at('on'),
      },
    }),
  };
  // What is missing is named by the server, field by field.
  return whole as unknown as ImportMapping;
}
