import RemoveIcon from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormSelect } from '@/components/form/form-select';
import { FormSwitch } from '@/components/form/form-switch';
import { labelOf } from '@/components/labels';
import { useRoles } from '@/components/use-roles';
import type { ProductValues } from '@/features/product/product-form';
import { $api } from '@/lib/api/client';

/** Whom to offer a step to where the caller may not see the roles. */
const USUAL = ['LOAN_OFFICER', 'MANAGER', 'ADMIN'];

/** Who has to say yes, one after another, and up to how much. Presets fill it in one click. */
export function ApprovalFields() {
  const { t } = useTranslation();
  const { roles, nameOf } = useRoles();
  const approving = roles.filter((role) => role.permissions['loan.approve'] !== undefined).map((role) => role.code);
  const presets = useQuery($api.queryOptions('get', '/api/products/approval-presets'));
  const { setValue } = useFormContext<ProductValues>();
  const { fields, append, remove, replace } = useFieldArray<ProductValues, 'approvalSteps'>({ name: 'approvalSteps' });
  return (
    <Stack sx={{ gap: 2 }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {(presets.data?.items ?? []).map((preset) => (
          <Button
            key={preset.name}
            size="small"
            variant="outlined"
            title={preset.description ?? ''}
            onClick={() => {
              replace((preset.approvalSteps ?? []).map((each) => ({ role: each.role ?? '', limit: each.limit ?? '' })));
              setValue('autoDisburse', preset.autoDisburse === true);
            }}
          >
            {t(labelOf(preset.name))}
          </Button>
        ))}
      </Stack>
      {fields.length === 0 && (
        <Alert severity="warning" variant="outlined">
          {t('Without a step every application is approved at once. For a lender of one person only.')}
        </Alert>
      )}
      {fields.map((field, index) => (
        <Box
          key={field.id}
          sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: '1fr 1fr auto', alignItems: 'start' }}
        >
          <FormSelect<ProductValues>
            name={`approvalSteps.${index}.role`}
            label={t('Step {{number}}', { number: index + 1 })}
            options={[
              { value: '', label: t('Whoever may approve') },
              ...(approving.length === 0 ? USUAL : approving).map((code) => ({ value: code, label: nameOf(code) })),
            ]}
          />
          <FormAmount<ProductValues> name={`approvalSteps.${index}.limit`} label={t('Up to')} />
          <IconButton onClick={() => remove(index)} aria-label={t('Remove step {{number}}', { number: index + 1 })}>
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Button sx={{ alignSelf: 'flex-start' }} onClick={() => append({ role: '', limit: '' })}>
        {t('Add a step')}
      </Button>
      <FormSwitch<ProductValues>
        name="autoDisburse"
        label={t('Pay out at once when it is approved')}
        help={t('Without it somebody who may pay out does so.')}
      />
    </Stack>
  );
}
