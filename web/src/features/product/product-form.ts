import { z } from 'zod';
import { optionalAmount, requiredText } from '@/components/form/rules';
import { termsShape, usualTerms, type TermsValues } from '@/features/product/terms';
import type { Schema } from '@/lib/api/client';
import { ProductFields, StepFields } from '@/lib/api/limits';

export type Product = Schema<'ProductResponse'>;

export const CATEGORIES = ['PERSONAL', 'BUSINESS'] as const;

const step = z
  .object({ role: z.string(), limit: optionalAmount(StepFields.limit) })
  .transform(({ role, limit }) => ({ ...(role !== '' && { role }), ...(limit !== undefined && { limit }) }));

/** A product: its terms, its limits, and who approves. */
export const productShape = z.object({
  ...termsShape.shape,
  name: requiredText(ProductFields.name),
  minPrincipal: optionalAmount(ProductFields.minPrincipal),
  maxPrincipal: optionalAmount(ProductFields.maxPrincipal),
  approvalSteps: z.array(step).max(ProductFields.approvalSteps.maxItems),
  category: z.enum(CATEGORIES),
  autoDisburse: z.boolean(),
});

/** What the form does not ask: it stays as it is when a product is changed. */
export function keptTerms(product: Product): Schema<'ProductFields'> {
  const facts = new Set(['id', 'active', 'version']);
  return Object.fromEntries(
    Object.entries(product).filter(([key]) => !facts.has(key)),
  ) as unknown as Schema<'ProductFields'>;
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
    };
  const kept = Object.fromEntries(
    Object.entries(product).filter(([key, value]) => key in usual && value !== null && value !== undefined),
  );
  return {
    ...usual,
    ...(kept as Partial<TermsValues>),
    charges: (product.charges ?? []).map((each) => ({
      name: each.name ?? '',
      kind: each.percent ? ('percent' as const) : ('amount' as const),
      value: each.percent ?? each.amount ?? '',
      at: each.at === 'EACH_INSTALLMENT' ? ('EACH_INSTALLMENT' as const) : ('DISBURSEMENT' as const),
    })),
    name: product.name,
    minPrincipal: product.minPrincipal ?? '',
    maxPrincipal: product.maxPrincipal ?? '',
    approvalSteps: (product.approvalSteps ?? []).map((each) => ({ role: each.role ?? '', limit: each.limit ?? '' })),
    category: product.category ?? 'PERSONAL',
    autoDisburse: product.autoDisburse === true,
  };
}
