import { z } from 'zod';
import { optionalAmount, requiredText } from '@/components/form/rules';
import { chargeValues, termsShape, usualTerms, type TermsValues } from '@/features/product/terms';
import type { Schema } from '@/lib/api/client';
import { ProductFields, StepFields } from '@/lib/api/limits';

export type Product = Schema<'ProductResponse'>;

export const CATEGORIES = ['PERSONAL', 'BUSINESS'] as const;
export const PARTS = ['PENALTY', 'FEE', 'INTEREST', 'PRINCIPAL'] as const;

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
  allocationOrder: z.array(z.enum(PARTS)),
});

/** A product with what the form says of it; what the form does not ask or cannot show stays as it is. */
export function changedTerms(product: Product, body: ProductBody): Schema<'ProductFields'> {
  const facts = new Set(['id', 'active', 'version']);
  const kept = Object.fromEntries(Object.entries(product).filter(([key]) => !facts.has(key)));
  const unshown = product.charges.filter((charge) => chargeValues(charge) === undefined);
  return { ...kept, ...body, charges: [...body.charges, ...unshown] };
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
    };
  const kept = Object.fromEntries(
    Object.entries(product).filter(([key, value]) => key in usual && value !== null && value !== undefined),
  );
  return {
    ...usual,
    ...(kept as Partial<TermsValues>),
    charges: product.charges.map(chargeValues).filter((charge) => charge !== undefined),
    name: product.name,
    minPrincipal: product.minPrincipal ?? '',
    maxPrincipal: product.maxPrincipal ?? '',
    approvalSteps: (product.approvalSteps ?? []).map((each) => ({ role: each.role ?? '', limit: each.limit ?? '' })),
    category: product.category ?? 'PERSONAL',
    autoDisburse: product.autoDisburse === true,
    allocationOrder: product.allocationOrder,
  };
}
