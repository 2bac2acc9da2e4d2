import RemoveIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { labelOf } from '@/components/labels';
import { CHARGE_TIMES, type TermsValues } from '@/features/product/terms';

/** Fees: what they are called, how much, and when. */
export function ChargeFields() {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray<TermsValues, 'charges'>({ name: 'charges' });
  const charges = useWatch<TermsValues, 'charges'>({ name: 'charges' });
  return (
    <>
      {fields.map((field, index) => (
        <Box
          key={field.id}
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: '1fr', sm: '2fr 1.3fr 1.2fr 1.7fr auto' },
            alignItems: 'start',
          }}
        >
          <FormText<TermsValues> name={`charges.${index}.name`} label={t('Fee')} />
          <FormAmount<TermsValues> name={`charges.${index}.value`} label={t('How much')} />
          <FormSelect<TermsValues>
            name={`charges.${index}.kind`}
            label={t('As')}
            options={[
              { value: 'amount', label: t('Amount') },
              { value: 'percent', label: t('Percent') },
            ]}
          />
          <FormSelect<TermsValues>
            name={`charges.${index}.at`}
            label={t('When')}
            options={CHARGE_TIMES.map((value) => ({ value, label: t(labelOf(value)) }))}
          />
          {charges[index]?.at === 'DATE' && (
            <Box sx={{ gridColumn: { sm: 4 }, gridRow: { sm: 2 } }}>
              <FormText<TermsValues> name={`charges.${index}.on`} label={t('On')} type="date" required />
            </Box>
          )}
          <IconButton
            onClick={() => remove(index)}
            aria-label={t('Remove the fee')}
            sx={{ gridColumn: { sm: 5 }, gridRow: { sm: 1 }, justifySelf: 'start' }}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Button
        sx={{ justifySelf: 'start' }}
        onClick={() => append({ name: '', kind: 'amount', value: '', at: 'DISBURSEMENT', on: '' })}
      >
        {t('Add a fee')}
      </Button>
    </>
  );
}
