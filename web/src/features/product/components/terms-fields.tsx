import Box from '@mui/material/Box';
import { useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { labelOf } from '@/components/labels';
import { Fold } from '@/components/fold';
import { ChargeFields } from '@/features/product/components/charge-fields';
import {
  AMORTIZATIONS,
  DAYS_IN_MONTH,
  DAYS_IN_YEAR,
  INTEREST_METHODS,
  INTEREST_PERIODS,
  ROUNDINGS,
  UNITS,
  type TermsValues,
} from '@/features/product/terms';

const GRID = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(170px, 100%), 1fr))' };

/** What is folded away. */
const FOLDED = [
  ...(['interestPeriod', 'daysInYear', 'daysInMonth', 'installmentRounding', 'installmentMultipleOf'] as const),
  ...(['graceOnPrincipal', 'graceOnInterestPayment', 'interestFreePeriods', 'downPaymentPercent', 'charges'] as const),
];

/** The terms of a loan: what everybody asks first, and what experts ask folded away. */
export function TermsFields() {
  const { t } = useTranslation();
  const options = (codes: readonly string[]) => codes.map((value) => ({ value, label: t(labelOf(value)) }));
  const { errors } = useFormState<TermsValues>({ name: FOLDED });
  const isRefused = FOLDED.some((name) => errors[name] !== undefined);
  return (
    <>
      <Box sx={GRID}>
        <FormText<TermsValues> name="annualRate" label={t('Interest, % a year')} required />
        <FormText<TermsValues> name="repayments" label={t('Installments')} type="number" min="1" required />
        <FormText<TermsValues> name="every" label={t('Every')} type="number" min="1" required />
        <FormSelect<TermsValues> name="unit" label={t('Period')} options={options(UNITS)} />
        <FormSelect<TermsValues> name="interestMethod" label={t('Interest on')} options={options(INTEREST_METHODS)} />
        <FormSelect<TermsValues> name="amortization" label={t('Repayment')} options={options(AMORTIZATIONS)} />
      </Box>
      <Fold title={t('Days, rounding, grace and fees')} isRefused={isRefused}>
        <Box sx={GRID}>
          <FormSelect<TermsValues>
            name="interestPeriod"
            label={t('Interest is counted')}
            options={options(INTEREST_PERIODS)}
          />
          <FormSelect<TermsValues> name="daysInYear" label={t('Days in a year')} options={options(DAYS_IN_YEAR)} />
          <FormSelect<TermsValues> name="daysInMonth" label={t('Days in a month')} options={options(DAYS_IN_MONTH)} />
          <FormSelect<TermsValues>
            name="installmentRounding"
            label={t('Installments are rounded')}
            options={options(ROUNDINGS)}
          />
          <FormAmount<TermsValues> name="installmentMultipleOf" label={t('To a multiple of')} />
          <FormText<TermsValues>
            name="graceOnPrincipal"
            label={t('Installments without principal')}
            type="number"
            min="0"
          />
          <FormText<TermsValues>
            name="graceOnInterestPayment"
            label={t('Interest put off')}
            type="number"
            min="0"
            help={t('For so many installments.')}
          />
          <FormText<TermsValues>
            name="interestFreePeriods"
            label={t('Periods without interest')}
            type="number"
            min="0"
          />
          <FormText<TermsValues> name="downPaymentPercent" label={t('Down payment, %')} />
        </Box>
        <ChargeFields />
      </Fold>
    </>
  );
}
