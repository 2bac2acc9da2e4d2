import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { PENALTY_BASES } from '@/features/product/penalty';
import type { ProductValues } from '@/features/product/product-form';
import { PENALTY_WORDS } from '@/features/product/rule-words';

/** What it costs to pay late: nothing, an amount or a percentage, once or again, up to a cap. */
export function PenaltyFields() {
  const { t } = useTranslation();
  const basis = useWatch<ProductValues, 'penalty.basis'>({ name: 'penalty.basis' });
  return (
    <Stack sx={{ gap: 2 }}>
      <FormSelect<ProductValues>
        name="penalty.basis"
        label={t('Penalty')}
        options={PENALTY_BASES.map((value) => ({ value, label: t(PENALTY_WORDS[value].label) }))}
        help={t(PENALTY_WORDS[basis].help)}
      />
      {basis !== '' && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
            alignItems: 'start',
          }}
        >
          <FormAmount<ProductValues>
            name="penalty.value"
            label={basis === 'FIXED' ? t('Amount') : t('Percent')}
            required
          />
          <FormText<ProductValues>
            name="penalty.toleranceDays"
            label={t('Days of tolerance')}
            type="number"
            min="0"
            help={t('Who pays by the last of them pays in time.')}
          />
          <FormText<ProductValues>
            name="penalty.repeatEveryDays"
            label={t('Again every so many days')}
            type="number"
            min="1"
            help={t('Empty: once for an installment.')}
          />
          <FormAmount<ProductValues>
            name="penalty.capPerInstallment"
            label={t('At most, for an installment')}
            help={t('An amount.')}
          />
          <FormAmount<ProductValues>
            name="penalty.capPercentOfPrincipal"
            label={t('At most, for the loan')}
            help={t('Percent of the amount lent.')}
          />
        </Box>
      )}
    </Stack>
  );
}
