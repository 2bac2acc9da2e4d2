import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { penaltyText } from '@/components/penalty';
import { rhythmText } from '@/components/rhythm';
import {
  ACCOUNTING_WORDS,
  ADVANCE_WORDS,
  DIRECTION_WORDS,
  dueDayText,
  RECALCULATION_WORDS,
  SHIFTED_INTEREST_WORDS,
  stepText,
  WORKDAY_SHIFT_WORDS,
} from '@/features/product/rule-words';
import { ACCOUNT_ROLES, type AccountRole, type Product } from '@/features/product/product-form';
import { useRegion } from '@/lib/profile';

const ROLES = Object.keys(ACCOUNT_ROLES) as readonly AccountRole[];

/** The terms of a product, to read. */
export function ProductFacts({ product }: { readonly product: Product }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const code = (value: string | null | undefined) => (value ? t(labelOf(value)) : undefined);
  return (
    <Facts
      facts={[
        [t('Rate'), t('{{rate}} % a year', { rate: product.annualRate })],
        [t('Installments'), rhythmText(product, t)],
        [t('Interest on'), code(product.interestMethod)],
        [t('Repayment'), code(product.amortization)],
        [t('Interest of a loan'), t(RECALCULATION_WORDS[product.recalculation].label)],
        [t('Monthly installments fall due'), product.unit === 'MONTHS' && dueDayText(product.dueDay, t)],
        [t('What is due when nobody works'), t(WORKDAY_SHIFT_WORDS[product.workdayShift].label)],
        [
          t('Interest of a moved installment'),
          product.workdayShift !== 'NONE' && t(SHIFTED_INTEREST_WORDS[product.shiftedInterest].label),
        ],
        [t('Interest is income'), t(ACCOUNTING_WORDS[product.accounting].label)],
        [
          t('What a payment pays first'),
          product.allocationSteps?.map((step) => stepText(step, t)).join(' → ') ??
            product.allocationOrder.map((part) => code(part)).join(' → '),
        ],
        [t('Of several installments'), t(DIRECTION_WORDS[product.allocationDirection].label)],
        [t('Money in advance pays'), t(ADVANCE_WORDS[product.advance].label)],
        [t('Paying late costs'), product.penalty && penaltyText(product.penalty, product.currency, locale, t)],
        [
          t('Least amount'),
          product.minPrincipal && <MoneyText key="l" amount={product.minPrincipal} currency={product.currency} />,
        ],
        [
          t('Largest amount'),
          product.maxPrincipal && <MoneyText key="m" amount={product.maxPrincipal} currency={product.currency} />,
        ],
        [
          t('Who approves'),
          (product.approvalSteps ?? []).map((each) => code(each.role) ?? t('Whoever may approve')).join(' → ') ||
            t('At once'),
        ],
        ...ROLES.map((role) => [t('Account: {{role}}', { role: t(labelOf(role)) }), product.accounts[role]] as const),
      ]}
    />
  );
}
