import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { ProblemAlert } from '@/components/problem-alert';
import { Section } from '@/components/section';
import { AllocationFields } from '@/features/product/components/allocation-fields';
import { ApprovalFields } from '@/features/product/components/approval-fields';
import { MoreRules } from '@/features/product/components/more-rules';
import { PenaltyFields } from '@/features/product/components/penalty-fields';
import { SchedulePreview } from '@/features/product/components/schedule-preview';
import { TermsFields } from '@/features/product/components/terms-fields';
import {
  CATEGORIES,
  productShape,
  productValues,
  type Product,
  type ProductBody,
  type ProductValues,
} from '@/features/product/product-form';
import { termsShape } from '@/features/product/terms';
import { useProfile } from '@/lib/profile';
import { useDebounced } from '@/lib/use-debounced';

const SAMPLE = '10000';

type Props = { readonly product?: Product; readonly onSave: (body: ProductBody) => Promise<unknown> };

/** A product's form with the schedule it makes beside it, live. */
export function ProductEditor({ product, onSave }: Props) {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const form = useForm({
    resolver: zodResolver(productShape),
    mode: 'onBlur',
    defaultValues: productValues(organization.currency, product),
  });
  const submission = useSubmit(form, onSave);
  const values = useDebounced(useWatch({ control: form.control }), 300);
  const terms = termsShape.safeParse(values);
  const sample = values.maxPrincipal || values.minPrincipal || SAMPLE;
  const calculation = terms.success
    ? { ...terms.data, principal: sample, disbursedOn: organization.businessDate }
    : undefined;

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submission.submit(event)} noValidate>
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { lg: '5fr 7fr' }, alignItems: 'start' }}>
          <Stack sx={{ gap: 2.5 }}>
            <Section title={t('Product')}>
              <Stack sx={{ gap: 2 }}>
                <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '2fr 1fr' }}>
                  <FormText<ProductValues> name="name" label={t('Name')} required autoFocus />
                  <FormText<ProductValues>
                    name="currency"
                    label={t('Currency')}
                    required
                    disabled={product !== undefined}
                  />
                </Box>
                <FormSelect<ProductValues>
                  name="category"
                  label={t('For')}
                  options={CATEGORIES.map((value) => ({ value, label: t(labelOf(value)) }))}
                />
                <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
                  <FormAmount<ProductValues> name="minPrincipal" label={t('Least amount')} />
                  <FormAmount<ProductValues> name="maxPrincipal" label={t('Largest amount')} />
                </Box>
                <TermsFields />
              </Stack>
            </Section>
            <Section title={t('Who approves')}>
              <ApprovalFields />
            </Section>
            <Section title={t('What a payment pays first')}>
              <AllocationFields />
            </Section>
            <Section title={t('What it costs to pay late')}>
              <PenaltyFields />
            </Section>
            <MoreRules />
            <ProblemAlert error={submission.problem} />
            <Button type="submit" variant="contained" loading={submission.busy} sx={{ alignSelf: 'flex-start' }}>
              {product === undefined ? t('Make the product') : t('Save as a new version')}
            </Button>
          </Stack>
          <Section title={t('What a borrower would pay')}>
            <SchedulePreview calculation={calculation} />
          </Section>
        </Box>
      </form>
    </FormProvider>
  );
}
