import { z } from 'zod';
import { compareAmounts } from '@/lib/amount';
import { optionalAmount, requiredText } from '@/components/form/rules';
import { dueDayValues, refineDueDay } from '@/features/product/due-dates';
import { penaltyShape, penaltyValues } from '@/features/product/penalty';
import { chargeValues, termsFields, usualTerms, type TermsValues } from '@/features/product/terms';
import type { Schema } from '@/lib/api/client';
import { ProductFields, StepFields } from '@/lib/api/limits';

export type Product = Schema<'ProductResponse'>;

export const CATEGORIES = ['PERSONAL', 'BUSINESS'] as const;
export const PARTS = ['PENALTY', 'FEE', 'INTEREST', 'PRINCIPAL'] as const;

/** How an installment lies to the day of a payment. */
export const DUENESSES = ['PAST_DUE', 'DUE', 'IN_ADVANCE'] as const;
/** Each part of what is past due, of what is due on the day, and of what is paid in advance. */
export const STEPS = DUENESSES.flatMap((dueness) => stepsOf(dueness, PARTS));
export type Step = (typeof STEPS)[number];
export const DIRECTIONS = ['HORIZONTAL', 'VERTICAL'] as const;

export const ADVANCES = ['NEXT_INSTALLMENT', 'LAST_INSTALLMENT', 'NEXT_LAST_INSTALLMENT', 'REAMORTIZE'] as const;
export const RECALCULATIONS = ['NONE', 'FOLLOWS_PAYMENTS'] as const;

export const ACCOUNTINGS = ['CASH', 'ACCRUAL'] as const;

/** The steps of an order by parts. */
export function stepsOf(dueness: (typeof DUENESSES)[number], parts: readonly (typeof PARTS)[number][]) {
  return parts.map((part) => `${dueness}_${part}` as const);
}

/** What of a product's money has an account of its own, and the kind of that account. Wallets are on one for all products. */
export const ACCOUNT_ROLES = {
  CASH: 'ASSET',
  BANK: 'ASSET',
  MOBILE_MONEY: 'ASSET',
  CARD: 'ASSET',
  LOAN_PORTFOLIO: 'ASSET',
  INTEREST_RECEIVABLE: 'ASSET',
  INTEREST_INCOME: 'INCOME',
  FEE_INCOME: 'INCOME',
  PENALTY_INCOME: 'INCOME',
  OPENING_BALANCE: 'EQUITY',
} as const satisfies Record<string, Schema<'Account'>['type']>;
export type AccountRole = keyof typeof ACCOUNT_ROLES;

/** No role has an account of its own. */
const USUAL_ACCOUNTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(ACCOUNT_ROLES).map((role) => [role, '']),
);

const step = z
  .object({ role: z.string(), limit: optionalAmount(StepFields.limit) })
  .transform(({ role, limit }) => ({ ...(role !== '' && { role }), ...(limit !== undefined && { limit }) }));

const LESS_THAN_LEAST = 'This is less than the least amount.';

/** Only an equal installment has room for interest that changes; flat interest is one sum. */
const CANNOT_FOLLOW = 'Only for interest on a declining balance in equal installments.';

const CANNOT_ACCRUE = 'Not where interest follows payments; only scheduled interest accrues.';

/** A product: its terms, its limits, and who approves. */
export const productShape = z
  .object({
    ...termsFields,
    name: requiredText(ProductFields.name),
    minPrincipal: optionalAmount(ProductFields.minPrincipal),
    maxPrincipal: optionalAmount(ProductFields.maxPrincipal),
    approvalSteps: z.array(step).max(ProductFields.approvalSteps.maxItems),
    category: z.enum(CATEGORIES),
    autoDisburse: z.boolean(),
    allocationOrder: z.array(z.enum(PARTS)),
    allocationDirection: z.enum(DIRECTIONS),
    // Empty where the order by parts is that of all.
    allocationSteps: z.array(z.enum(STEPS)).transform((steps) => (steps.length === 0 ? undefined : steps)),
    advance: z.enum(ADVANCES),
    recalculation: z.enum(RECALCULATIONS),
    accounting: z.enum(ACCOUNTINGS),
    penalty: penaltyShape,
    accounts: z
      .record(z.string(), z.string())
      .transform((chosen) => Object.fromEntries(Object.entries(chosen).filter(([, code]) => code !== ''))),
  })
  .superRefine(refineDueDay)
  .superRefine(({ minPrincipal, maxPrincipal }, context) => {
    if (minPrincipal !== undefined && maxPrincipal !== undefined && compareAmounts(minPrincipal, maxPrincipal) > 0)
      context.addIssue({ code: 'custom', path: ['maxPrincipal'], message: LESS_THAN_LEAST });
  })
  .superRefine(({ recalculation, interestMethod, amortization }, context) => {
    const canFollow = interestMethod === 'DECLINING_BALANCE' && amortization === 'EQUAL_INSTALLMENTS';
    if (recalculation === 'FOLLOWS_PAYMENTS' && !canFollow)
      context.addIssue({ code: 'custom', path: ['recalculation'], message: CANNOT_FOLLOW });
  })
  .superRefine(({ recalculation, accounting }, context) => {
    if (accounting === 'ACCRUAL' && recalculation === 'FOLLOWS_PAYMENTS')
      context.addIssue({ code: 'custom', path: ['accounting'], message: CANNOT_ACCRUE });
  });

/** A product with what the form says of it; what the form does not ask or cannot show stays as it is. */
export function changedTerms(product: Product, body: ProductBody): Schema<'ProductFields'> {
  const facts = new Set(['id', 'active', 'version']);
  const kept = Object.fromEntries(Object.entries(product).filter(([key]) => !facts.has(key)));
  const unshown = product.charges.filter((charge) => chargeValues(charge) === undefined);
  const accounts = { ...accountsOf(product, (role) => !(role in ACCOUNT_ROLES)), ...body.accounts };
  return { ...kept, ...body, charges: [...body.charges, ...unshown], accounts };
}

function accountsOf(product: Product, isWanted: (role: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(product.accounts).filter(([role]) => isWanted(role)));
}

export type ProductValues = z.input<typeof productShape>;
export type ProductBody = z.output<typeof productShape>;

/** What the form starts with: a new product, or one as it stands. */
export function productValues(currency: string, product?: Product): ProductValues {
  const usual: TermsValues = usualTerms(currency);
  if (product === undefined)
    return {
      ...usual,
      name: '',
      minPrincipal: '',
      maxPrincipal: '',
      approvalSteps: [{ role: '', limit: '' }],
      category: 'PERSONAL',
      autoDisburse: false,
      allocationOrder: [...PARTS],
      allocationDirection: 'HORIZONTAL',
      allocationSteps: [],
      advance: 'NEXT_INSTALLMENT',
      recalculation: 'NONE',
      accounting: 'CASH',
      penalty: penaltyValues(undefined),
      accounts: USUAL_ACCOUNTS,
    };
  const kept = Object.fromEntries(
    Object.entries(product).filter(([key, value]) => key in usual && value !== null && value !== undefined),
  );
  return {
    ...usual,
    ...(kept as Partial<TermsValues>),
    dueDay: dueDayValues(product.dueDay),
    charges: product.charges.map(chargeValues).filter((charge) => charge !== undefined),
    name: product.name,
    minPrincipal: product.minPrincipal ?? '',
    maxPrincipal: product.maxPrincipal ?? '',
    approvalSteps: (product.approvalSteps ?? []).map((each) => ({ role: each.role ?? '', limit: each.limit ?? '' })),
    category: product.category ?? 'PERSONAL',
    autoDisburse: product.autoDisburse === true,
    allocationOrder: product.allocationOrder,
    allocationDirection: product.allocationDirection,
    allocationSteps: product.allocationSteps ?? [],
    advance: product.advance,
    recalculation: product.recalculation,
    accounting: product.accounting,
    penalty: penaltyValues(product.penalty),
    accounts: { ...USUAL_ACCOUNTS, ...accountsOf(product, (role) => role in ACCOUNT_ROLES) },
  };
}
